using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Applying;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Pushing;
using SalesInsight.Sync.Runs.Reading;

namespace SalesInsight.Sync.Runs;

/// <summary>The steps of a run between its lease and its end, in order.</summary>
internal sealed class RunSteps(RunScope scope, RunProgressBoard board)
{
    private readonly DateTimeOffset _startedAt = scope.Now;

    private ISyncStore Store => scope.Services.Store;

    private Guid ConnectionId => scope.Facts.Connection.Id;

    public async Task<RunSummary> RunAsync(CancellationToken stop)
    {
        var shared = await new OrgShares(scope).FindAsync(stop);
        var found = await Store.StageLocalAsync(ConnectionId, RunLimits.StagedMax, stop);
        ImmutableArray<StagedTask> staged = [.. found.Where(r => shared?.Rests(r, scope.Now) != true)];
        var reading = await new RunReader(scope).ReadAsync(staged, shared, stop);
        scope.Facts = scope.Facts with { ClockOffset = reading.ClockOffset };

        var (resolved, again) = await ResolveAsync(staged, reading.Sightings, stop);
        resolved = await new PersonFollower(scope).FollowAsync(resolved, stop);
        var confirmed = await Store.ListConfirmedLinksAsync(ConnectionId, stop);
        var window = new WindowRows(
            scope,
            [.. reading.Sightings.Keys.Except(reading.Unlinked.Select(r => r.Id))],
            [.. resolved.Where(r => r.Intent?.Kind == PushKind.Create)],
            confirmed) { IsOfOrg = reading.IsOfOrg };
        await window.TakeAsync(reading.Unlinked, reading.Reply.ServerTime, stop);
        await ReadWindowAsync(window, reading, stop);

        var plans = await DecideAsync(resolved, reading, stop);
        await ApplyAsync([.. plans, .. window.Plans], again, stop);
        await ReadNamesAsync(stop);
        await MoveCursorAsync(reading, stop);
        return new RunSummary(
            RunOutcome.Done,
            null,
            Again: found.Length >= RunLimits.StagedMax || window.AsksForOwnLook,
            NextAt(plans),
            RestsUntil: staged.IsEmpty ? shared?.Reading.GoodUntil : null);
    }

    /// <summary>Open intents first: what they turned out to be is written before anything is decided on it.</summary>
    private async Task<(ImmutableArray<StagedTask> Rows, ImmutableArray<Push> Again)> ResolveAsync(
        ImmutableArray<StagedTask> staged, ImmutableDictionary<string, Sighting> sightings, CancellationToken stop)
    {
        var open = staged.Where(r => r.Intent is not null).ToList();
        if (open.Count == 0) return (staged, []);
        var found = await new LookUps(scope).FindAsync(
            [.. open.Where(r => r.Intent!.Kind == PushKind.Create)], stop);
        var again = ImmutableArray.CreateBuilder<Push>();
        await using (var transaction = await scope.BeginAsync(stop))
        {
            foreach (var row in open) Resolve(transaction, row, sightings, found, again);
            await transaction.CommitAsync(stop);
        }
        var fresh = await Store.FindByTaskIdsAsync([.. open.Select(r => r.Task.Id)], stop);
        return ([.. staged.Select(r => fresh.GetValueOrDefault(r.Task.Id, r))], again.ToImmutable());
    }

    private void Resolve(
        IRunTransaction transaction, StagedTask row, ImmutableDictionary<string, Sighting> sightings,
        ImmutableDictionary<Guid, LookUps.Found> found, ImmutableArray<Push>.Builder again)
    {
        var intent = row.Intent!;
        var resolution = intent.Kind == PushKind.Create
            ? IntentResolver.ResolveCreate(row, found[row.Task.Id].Records, found[row.Task.Id].NearMiss, scope.Facts)
            : IntentResolver.ResolveWrite(row, SightingOf(row, sightings).Remembering(row.Link), scope.Facts);
        switch (resolution)
        {
            case Resolution.Settled settled:
                transaction.ClearIntent(row.Task.Id);
                if (settled.Link is not null) transaction.Put(settled.Link);
                if (!settled.Losers.IsEmpty)
                    transaction.Append(scope.Record(row.Task, settled.Link?.SalesforceId, new(
                        Ledger.DecisionOutcome.Noted, ReasonCode.DeleteBeatEdit, FieldSet.None, settled.Losers, [])));
                break;
            case Resolution.InsertAgain:
                again.Add(Push.Again(
                    RowPlan.Waits(row, Sighting.NotRead.Instance, ReasonCode.AwaitingReply), intent));
                break;
            case Resolution.Wait:
                break;                                           // the row waits: it still carries its intent
            default:
                throw new UnreachableException();
        }
    }

    private async Task ReadWindowAsync(WindowRows window, FirstReading reading, CancellationToken stop)
    {
        var reply = reading.Reply;
        var done = 0;
        for (var page = 0; page < RunLimits.PagesMax; page++)
        {
            await scope.CheckAsync(stop);
            await window.TakeAsync(reply.Window, reply.ServerTime, stop);
            done += reply.Window.Length;
            board.Show(ConnectionId, scope.Facts.Connection.UserId, new(
                scope.Facts.Connection.Cursor.Upper is null, done, reading.Reply.TotalSize, _startedAt));
            if (reply.NextPage is null) return;
            reply = await scope.Session.ReadPageAsync(reply.NextPage, stop);
            scope.Learnt(reply.ServerTime);
        }
        throw new SalesforceFaultException(
            new(FaultCode.QueryTooWide, FaultRemedy.OurBug, "WINDOW_TOO_WIDE"), Delivery.NotDelivered);
    }

    private async Task<ImmutableArray<RowPlan>> DecideAsync(
        ImmutableArray<StagedTask> staged, FirstReading reading, CancellationToken stop)
    {
        var asked = await Store.FindBySalesforceIdsAsync(
            ConnectionId, [.. reading.Sightings.Keys.Union(reading.Deleted)], stop);
        return [.. staged.Concat(asked.Values).DistinctBy(r => r.Task.Id)
            .Select(r => RowDecider.Decide(r, Of(r), scope.Facts))];

        Sighting Of(StagedTask row) => row.Link is { } link && reading.Deleted.Contains(link.SalesforceId)
            ? new Sighting.Missing(InDeleteLog: true)
            : SightingOf(row, reading.Sightings);
    }

    private static Sighting SightingOf(StagedTask row, ImmutableDictionary<string, Sighting> sightings) =>
        row.Link is { } link && sightings.TryGetValue(link.SalesforceId, out var sighting)
            ? sighting
            : Sighting.NotRead.Instance;

    private async Task ApplyAsync(ImmutableArray<RowPlan> plans, ImmutableArray<Push> again, CancellationToken stop)
    {
        var byTask = plans.DistinctBy(p => p.TaskId).ToDictionary(p => p.TaskId);
        var held = await Store.ListHeldAsync(ConnectionId, stop);
        var answers = held.ToDictionary(h => h.TaskId, h => h.Approved);
        var decided = byTask.Values.Where(p => p.Wait is null && !IsUnapproved(p, answers))
            .Select(p => p.Decided! with { Confirmed = p.Decided!.Confirmed || answers.ContainsKey(p.TaskId) })
            .ToList();
        var plan = Planner.Plan(decided, await FenceAsync(decided, stop), NoFence);

        var resting = byTask.Values.Where(p => p.Operation is Operation.Nothing);
        await scope.ApplyAsync([.. resting, .. plan.Here.Select(r => byTask[r.TaskId])], stop);
        await HoldAsync(byTask, [.. plan.Held.Select(h => h.TaskId)], answers, stop);
        var pusher = new Pusher(scope);
        foreach (var inserts in again.Chunk(WriteRequest.CreatesMax)) await pusher.PushAsync(inserts, stop);
        foreach (var call in plan.Calls)
            await pusher.PushAsync([.. call.Select(r => Push.Of(byTask[r.TaskId], scope.Facts)!)], stop);
    }

    /// <summary>A removal that was held once passes only on a person's word, however long that takes.</summary>
    private static bool IsUnapproved(RowPlan plan, Dictionary<Guid, bool?> answers) =>
        plan is { Operation: Operation.RemoveHere, Row.Task.IsDeleted: false }
        && answers.TryGetValue(plan.TaskId, out var approved) && approved != true;

    /// <summary>Held rows are kept for a person's answer; everything else goes on and the cursor moves.</summary>
    private async Task HoldAsync(
        Dictionary<Guid, RowPlan> byTask, HashSet<Guid> news, Dictionary<Guid, bool?> answers, CancellationToken stop)
    {
        if (news.Count + answers.Count == 0) return;
        await using var transaction = await scope.BeginAsync(stop);
        var fresh = await transaction.LoadAsync([.. news.Union(answers.Keys)], stop);
        foreach (var (taskId, row) in fresh)
        {
            if (!byTask.TryGetValue(taskId, out var plan)) continue;
            if (news.Contains(taskId) || IsUnapproved(plan, answers) && answers[taskId] is null)
            {
                scope.Tally.Held++;
                if (news.Contains(taskId))
                    transaction.Put(new HeldRow(taskId, ConnectionId, scope.Now, Approved: null));
                scope.Write(transaction, row, HeldRows.Hold(plan, row, scope.Facts));
                continue;
            }
            if (IsUnapproved(plan, answers) && row.Link is { } link)
                scope.Write(transaction, row, HeldRows.Reject(row, link, scope.Facts));
            transaction.ClearHeld(taskId);                       // answered, or alive again: nothing to ask about
        }
        await transaction.CommitAsync(stop);
    }

    private static readonly DeleteFence NoFence = new(int.MaxValue, 0);

    /// <summary>Only deletions made in Salesforce are fenced: one made here was confirmed by whoever made it.</summary>
    private async Task<DeleteFence> FenceAsync(List<DecidedRow> decided, CancellationToken stop)
    {
        if (!decided.Any(d => d.IsFenced)) return NoFence;
        var linked = await Store.CountLinksAsync(ConnectionId, stop);
        var recent = await Store.CountUnconfirmedDeletionsAsync(ConnectionId, scope.Now - RunLimits.FenceWindow, stop);
        var settings = scope.Facts.Settings;
        return DeleteFence.Of(settings.DeleteFenceCount, settings.DeleteFenceSharePercent, linked, recent);
    }

    private async Task ReadNamesAsync(CancellationToken stop)
    {
        var unnamed = await Store.ListUnnamedAsync(
            ConnectionId, scope.Now - RunLimits.NameAge, RunLimits.NamesMax, stop);
        if (unnamed.IsEmpty) return;
        var names = await scope.Session.ReadNamesAsync(unnamed, stop);
        await Store.PutNamesAsync(ConnectionId, unnamed, names, scope.Now, stop);
    }

    private async Task MoveCursorAsync(FirstReading reading, CancellationToken stop)
    {
        var cursor = scope.Facts.Connection.Cursor;
        await using var transaction = await scope.BeginAsync(stop);
        transaction.Put(cursor with
        {
            Upper = reading.Upper,
            ClockOffset = scope.Facts.ClockOffset,
            DeletedUpTo = reading.DeletedUpTo ?? cursor.DeletedUpTo,
            SucceededAt = scope.Now,
        });
        await transaction.CommitAsync(stop);
    }

    /// <summary>When something of this run waits for a time: Undo, or a refusal that time may cure.</summary>
    private DateTimeOffset? NextAt(ImmutableArray<RowPlan> plans)
    {
        var times = plans.Select(p => p.Wait?.Reason switch
        {
            ReasonCode.UndoTime => p.Row.Task.DeletedAt + ReminderTask.UndoTime,
            ReasonCode.RefusedForNow => p.Row.Parking?.RetryAt,
            _ => null,
        });
        return times.Append(scope.Tally.RetryAt).Min();
    }
}
