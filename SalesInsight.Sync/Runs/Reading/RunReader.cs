using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>
/// Reads Salesforce for one run: the window since the cursor and, in the same call, by id every row that is about to be
/// written or was not read for an hour. The delete log is only asked when something asked for by id was not shown, or
/// once a day. A run that has nothing to ask for takes the window from the org reader, if one reads for it.
/// </summary>
internal sealed class RunReader(RunScope scope)
{
    /// <summary>The log works in whole minutes and refuses what reaches back too far by a hair.</summary>
    private static readonly TimeSpan DeleteLogMargin = TimeSpan.FromMinutes(5);

    private SyncCursor Cursor => scope.Facts.Connection.Cursor;

    private DateTimeOffset ServerNow => scope.Now + Cursor.ClockOffset;

    /// <param name="shared">What an org reader read for this connection; null without one.</param>
    public async Task<FirstReading> ReadAsync(
        IReadOnlyCollection<StagedTask> staged, SharedRows? shared, CancellationToken stop)
    {
        var links = staged.Concat(await UnreadAsync(staged.Count, shared is not null, stop))
            .Where(r => r.Link is { State: not LinkState.Frozen } l && l.ConnectionId == scope.Facts.Connection.Id)
            .Select(r => r.Link!)
            .DistinctBy(l => l.SalesforceId)
            .Take(ReadRequest.IdsMax)
            .ToDictionary(l => l.SalesforceId);
        var again = await scope.Services.Store.ListLookAgainAsync(
            scope.Facts.Connection.Id, RunLimits.LookAgainMax, stop);
        ImmutableArray<string> ids = [.. links.Keys.Union(again).Take(ReadRequest.IdsMax)];
        if (ids.IsEmpty && shared is { IsEnough: true } && !IsDeleteLogDue(ServerNow)) return FirstReading.Of(shared);
        var window = ImportWindow.Of(Cursor.Upper, scope.Facts.Settings.FirstImport, ServerNow, OnSince());
        var reply = await scope.Session.ReadAsync(
            new ReadRequest(scope.Facts.Connection.SalesforceUserId, window, ids), stop);
        scope.Learnt(reply.ServerTime);
        var clockOffset = reply.ServerTime - scope.Now;

        var shown = reply.ById.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var missing = ids.Where(id => !shown.Contains(id)).ToImmutableArray();
        var (deleted, deletedUpTo) = await ReadDeleteLogAsync(missing, links, reply.ServerTime, stop);
        var sightings = reply.ById
            .Select(r => KeyValuePair.Create(r.Id, (Sighting)new Sighting.Seen(r, reply.ServerTime)))
            .Concat(missing.Select(id =>
                KeyValuePair.Create(id, (Sighting)new Sighting.Missing(deleted.Contains(id)))));
        return new FirstReading(
            reply,
            sightings.ToImmutableDictionary(),
            [.. reply.ById.Where(r => !links.ContainsKey(r.Id))],
            [.. deleted.Except(ids)],
            Earlier(window.Upper, reply.ServerTime),
            deletedUpTo,
            clockOffset);
    }

    /// <summary>Of turning on and connecting the later one, on Salesforce's clock.</summary>
    private DateTimeOffset? OnSince()
    {
        var connectedAt = scope.Facts.Connection.ConnectedAt;
        var since = scope.Facts.Settings.ModeSetAt is { } setAt && setAt > connectedAt ? setAt : connectedAt;
        return since + Cursor.ClockOffset;
    }

    private async Task<ImmutableArray<StagedTask>> UnreadAsync(int staged, bool isShared, CancellationToken stop)
    {
        var absent = Cursor.SucceededAt is { } last && scope.Now - last > RunLimits.AbsenceMax;
        var every = isShared ? RunLimits.ReadByIdUnderReaderEvery : RunLimits.ReadByIdEvery;
        var room = ReadRequest.IdsMax - RunLimits.LookAgainMax - staged;
        if (room <= 0) return [];
        var since = new UnreadSince(
            Before(every), Before(RunLimits.CompletedReadEvery), Before(RunLimits.TombstoneReadEvery));
        return await scope.Services.Store.ListUnreadAsync(scope.Facts.Connection.Id, since, room, stop);

        DateTimeOffset Before(TimeSpan age) => absent ? scope.Now : scope.Now - age;
    }

    /// <summary>
    /// The delete log, when something asked for was not shown and was shown before, or when it is due.
    /// </summary>
    private async Task<(ImmutableHashSet<string> Ids, DateTimeOffset? UpTo)> ReadDeleteLogAsync(
        ImmutableArray<string> missing, Dictionary<string, TaskLink> links, DateTimeOffset serverTime,
        CancellationToken stop)
    {
        var news = missing.Any(id => links.TryGetValue(id, out var link)
            && link.State != LinkState.Removed && link.Reason != Reconciling.ReasonCode.OutOfSight);
        if (!news && !IsDeleteLogDue(serverTime)) return ([], Cursor.DeletedUpTo is null ? serverTime : null);
        var floor = serverTime - RunLimits.DeleteLogReach + DeleteLogMargin;
        var since = DeleteLogSince(serverTime);
        var reply = await AskLogAsync(news || since < floor ? floor : since - DeleteLogMargin, serverTime, stop)
            ?? await AskRestOfLogAsync(serverTime, stop);
        return reply is null
            ? ([], null)
            : ([.. reply.Records.Select(r => r.Id)], Earlier(reply.LatestCovered, serverTime));
    }

    /// <summary>A part of what was asked for is purged, and nothing is deleted on its word; the shortest question tells
    /// from where on the log remembers (facts 2.4). Null while that is too short a time.</summary>
    private async Task<DeletedReply?> AskRestOfLogAsync(DateTimeOffset serverTime, CancellationToken stop) =>
        await AskLogAsync(serverTime, serverTime, stop) is { } last
            ? await AskLogAsync(last.EarliestAvailable, serverTime, stop)
            : null;

    private async Task<DeletedReply?> AskLogAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        try
        {
            return await scope.Session.ReadDeletedAsync(from, to, stop);
        }
        catch (SalesforceFaultException fault) when (fault.Fault.Code == FaultCode.ReplicationTooOld)
        {
            return null;
        }
    }

    private bool IsDeleteLogDue(DateTimeOffset serverTime) =>
        Cursor.Upper is not null && serverTime - DeleteLogSince(serverTime) > RunLimits.DeleteLogEvery;

    private DateTimeOffset DeleteLogSince(DateTimeOffset serverTime) =>
        Cursor.DeletedUpTo ?? Cursor.SucceededAt ?? serverTime;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
