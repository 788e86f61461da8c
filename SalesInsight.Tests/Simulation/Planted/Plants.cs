using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Simulation.People;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>
/// One fault per checker that this checker alone notices, so that none of them is there for show.
/// </summary>
internal static class Plants
{
    private const int AgainAfter = 2;

    public static IReadOnlyDictionary<string, Plant> ByChecker { get; } = new Dictionary<string, Plant>
    {
        ["NoAccident"] = new Stores(store => new Stumbling(store)),
        ["NoEditLost"] = new Stores(store => new Forgetful(store)),
        ["NoDuplicate"] = new Sessions(session => new SendingTwice(session)),
        ["NothingDeletedUnasked"] = new Sessions(session => new TakingUnseenForDeleted(session)),
        ["DeletionTravels"] = new Sessions(session => new KeepingDeletionsBack(session)),
        ["CreationTravels"] = new Sessions(session => new OverlookingNews(session)),
        ["InStep"] = new Sessions(session => new SeeingNoPriority(session)),
        ["OthersUntouched"] = new Sessions(session => new BlindToOtherInstalls(session)),
        ["OlderStaysHere"] = new Stores(store => new Eager(store)),
        ["ModeObeyed"] = new Rules(s => s with { Mode = TaskSyncMode.Both }),
        ["AsTyped"] = new Sessions(session => new Decorating(session)),
        ["RuleObeyed"] = new Rules(s => s with
        {
            ConflictRule = s.ConflictRule == ConflictRule.SalesforceWins
                ? ConflictRule.SalesInsightWins
                : ConflictRule.SalesforceWins,
        }),
        ["Settles"] = new Sessions(session => new Flickering(session)),
        ["Silent"] = new Sessions(session => new Nagging(session)),
    };

    private sealed class Stores(Func<ISyncStore, ISyncStore> filter) : Plant
    {
        public override ISyncStore In(ISyncStore store) => filter(store);
    }

    private sealed class Sessions(Func<ISalesforceSession, ISalesforceSession> filter) : Plant
    {
        public override ISalesforceGateway In(ISalesforceGateway gateway) => new GatewayFilter(gateway, filter);
    }

    private sealed class Rules(Func<SyncSettings, SyncSettings> change) : Plant
    {
        public override ISyncSettingsSource In(ISyncSettingsSource settings) =>
            new SettingsFilter(settings, change);
    }

    /// <summary>A bug of ours.</summary>
    private sealed class Stumbling(ISyncStore inner) : StoreFilter(inner)
    {
        public override Task<ImmutableArray<string>> ListUnnamedAsync(
            Guid connectionId, DateTimeOffset namedBefore, int max, CancellationToken stop) =>
            throw new InvalidOperationException("planted");
    }

    /// <summary>What loses is not written down.</summary>
    private sealed class Forgetful(ISyncStore inner) : StoreFilter(inner)
    {
        public override async Task<IRunTransaction> BeginAsync(RunLease lease, CancellationToken stop) =>
            new TransactionFilter(await base.BeginAsync(lease, stop), WithoutLosers);

        public override Task AppendAsync(IReadOnlyCollection<DecisionRecord> records, CancellationToken stop) =>
            base.AppendAsync([.. records.Select(WithoutLosers)], stop);

        private static DecisionRecord WithoutLosers(DecisionRecord record) =>
            record with { Content = record.Content is { } content ? content with { Losers = [] } : null };
    }

    /// <summary>Creates are sent again under another id, as a blind retry would.</summary>
    private sealed class SendingTwice(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<WriteReply> WriteAsync(WriteRequest request, CancellationToken stop)
        {
            var reply = await base.WriteAsync(request, stop);
            var creates = request.Rows.OfType<WriteRequest.Create>().ToList();
            var again = creates.Select(c => c with { ExternalId = $"again {c.ExternalId}" });
            if (creates.Count > 0) await base.WriteAsync(new([.. again]), stop);
            return reply;
        }
    }

    /// <summary>Not visible is taken for deleted.</summary>
    private sealed class TakingUnseenForDeleted(ISalesforceSession inner) : SessionFilter(inner)
    {
        private ImmutableArray<string> _unseen = [];

        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop)
        {
            var reply = await base.ReadAsync(request, stop);
            _unseen = [.. request.Ids.Except(reply.ById.Select(r => r.Id))];
            return reply;
        }

        public override async Task<DeletedReply> ReadDeletedAsync(
            DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
        {
            var reply = await base.ReadDeletedAsync(from, to, stop);
            return reply with { Records = [.. reply.Records, .. _unseen.Select(id => new DeletedRecord(id, to))] };
        }
    }

    /// <summary>Deletions are said to be done.</summary>
    private sealed class KeepingDeletionsBack(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<WriteReply> WriteAsync(WriteRequest request, CancellationToken stop)
        {
            var kept = request.Rows.Where(r => r is not WriteRequest.Delete).ToImmutableArray();
            var reply = kept.IsEmpty
                ? new WriteReply(default, ImmutableDictionary<string, SalesforceTask>.Empty, [])
                : await base.WriteAsync(new(kept), stop);
            var outcomes = new Queue<WriteReply.Outcome>(reply.Outcomes);
            return reply with
            {
                Outcomes = [.. request.Rows.Select(r => r is WriteRequest.Delete deletion
                    ? new WriteReply.Done(deletion.SalesforceId)
                    : outcomes.Dequeue())],
            };
        }
    }

    /// <summary>A record nobody has touched since it was made is not seen.</summary>
    private sealed class OverlookingNews(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop)
        {
            var reply = await base.ReadAsync(request, stop);
            return reply with { Window = [.. reply.Window.Where(r => r.CreatedDate != r.LastModifiedDate)] };
        }
    }

    /// <summary>Every priority reads as Normal.</summary>
    private sealed class SeeingNoPriority(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop) =>
            Changed(
                await base.ReadAsync(request, stop),
                r => r with { Content = r.Content with { Priority = "Normal" } });
    }

    /// <summary>Ids of other installs are not noticed.</summary>
    private sealed class BlindToOtherInstalls(ISalesforceSession inner) : SessionFilter(inner)
    {
        private const string OtherInstall = "0000000000000000000000000000beef";

        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop) => Changed(
            await base.ReadAsync(request, stop),
            r => IsOthers(r) ? r with { ExternalId = null } : r);

        private static bool IsOthers(SalesforceTask row) =>
            row.ExternalId?.StartsWith(OtherInstall, StringComparison.Ordinal) == true;
    }

    /// <summary>Tasks that were here before the sync are sent as well.</summary>
    private sealed class Eager(ISyncStore inner) : StoreFilter(inner)
    {
        public override async Task<ImmutableArray<StagedTask>> StageLocalAsync(
            Guid connectionId, int max, CancellationToken stop)
        {
            var older = await base.ListUnlinkedAsync(connectionId, max, stop);
            return
            [
                .. (await base.StageLocalAsync(connectionId, max, stop))
                    .UnionBy(older, r => r.Task.Id)
                    .Select(r => r with { Task = r.Task with { OutboundConnectionId = connectionId } }),
            ];
        }
    }

    /// <summary>A priority that reads differently every time.</summary>
    private sealed class Flickering(ISalesforceSession inner) : SessionFilter(inner)
    {
        private static int _times;

        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop)
        {
            var priority = ++_times % AgainAfter == 0 ? "High" : "Normal";
            return Changed(
                await base.ReadAsync(request, stop),
                r => r with { Content = r.Content with { Priority = priority }, LastModifiedDate = r.SystemModstamp });
        }
    }

    /// <summary>Writes what it has just read.</summary>
    private sealed class Nagging(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop)
        {
            var reply = await base.ReadAsync(request, stop);
            var mine = reply.Window.Concat(reply.ById).Where(r => r is { IsDeleted: false, IsArchived: false })
                .DistinctBy(r => r.Id).ToList();
            if (mine.Count > 0)
            {
                await base.WriteAsync(
                    new([.. mine.Select(r => new WriteRequest.Update(
                        default, r.Id, r.Content, FieldSet.Of(TaskField.Priority)))]), stop);
            }

            return reply;
        }
    }

    /// <summary>Writes the team's prefix before names it has just read.</summary>
    private sealed class Decorating(ISalesforceSession inner) : SessionFilter(inner)
    {
        public override async Task<ReadReply> ReadAsync(ReadRequest request, CancellationToken stop)
        {
            var reply = await base.ReadAsync(request, stop);
            var plain = reply.Window.Where(r => r.Content.Subject == Truth.Plain(r.Content.Subject ?? "")).ToList();
            if (plain.Count > 0)
            {
                await base.WriteAsync(
                    new([.. plain.Select(r => new WriteRequest.Update(
                        default, r.Id, r.Content with { Subject = Truth.Prefix + r.Content.Subject },
                        FieldSet.Of(TaskField.Subject)))]), stop);
            }

            return reply;
        }
    }

    private static ReadReply Changed(ReadReply reply, Func<SalesforceTask, SalesforceTask> change) => reply with
    {
        Window = [.. reply.Window.Select(change)], ById = [.. reply.ById.Select(change)],
    };
}
