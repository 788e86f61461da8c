using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>The parts of a run's commit that are not keyed by task.</summary>
internal static class RunWrites
{
    private static readonly PreparedQuery<Func<AppDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<LinkIdRow>>>
        LinkIds = new(() => EF.CompileAsyncQuery((AppDb db, IReadOnlyCollection<Guid> taskIds) =>
            db.Set<LinkIdRow>().AsNoTracking().Where(r => taskIds.Contains(r.TaskId))));

    private static readonly PreparedQuery<Func<AppDb, Guid, CancellationToken, Task<bool>>> HasCursor = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, CancellationToken _) =>
            db.Set<SyncCursorRow>().Any(r => r.ConnectionId == connectionId)));

    /// <summary>Tasks whose deletion a person approved; asked before the held rows are cleared.</summary>
    public static async Task<HashSet<Guid>> ApprovedAmongAsync(
        this AppDb db, IReadOnlyCollection<DecisionRecord> records, CancellationToken stop)
    {
        var taskIds = records.Where(r => r.Outcome == DecisionOutcome.RemovedHere).Select(r => r.TaskId).ToList();
        if (taskIds.Count == 0) return [];
        return await db.OfTasks<HeldDeletionRow>(taskIds).Where(h => h.Approved == true)
            .Select(h => h.TaskId).ToHashSetAsync(stop);
    }

    public static async Task AddLinkIdsAsync(
        this AppDb db, IReadOnlyCollection<TaskLinkRow> links, CancellationToken stop)
    {
        if (links.Count == 0) return;
        var taskIds = links.Select(l => l.TaskId).ToList();
        var known = (await LinkIds.In(db)(db, taskIds).ToListAsync(stop))
            .Select(r => (r.ConnectionId, r.SalesforceId, r.TaskId)).ToHashSet();

        foreach (var link in links)
            foreach (var id in link.KnownIds.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Append(link.SalesforceId).Distinct())
                if (!known.Contains((link.ConnectionId, id, link.TaskId)))
                    db.Add(new LinkIdRow { ConnectionId = link.ConnectionId, SalesforceId = id, TaskId = link.TaskId });
    }

    /// <param name="wanted">By record id: true to look again, false when it was looked at.</param>
    public static async Task SetLookAgainAsync(
        this AppDb db, Guid connectionId, IReadOnlyDictionary<string, bool> wanted, CancellationToken stop)
    {
        if (wanted.Count == 0) return;
        var ids = wanted.Keys.ToList();
        var known = await db.Set<LookAgainRow>()
            .Where(r => r.ConnectionId == connectionId && ids.Contains(r.SalesforceId))
            .ToDictionaryAsync(r => r.SalesforceId, stop);

        foreach (var (id, isWanted) in wanted)
            if (isWanted && !known.ContainsKey(id))
                db.Add(new LookAgainRow { ConnectionId = connectionId, SalesforceId = id });
            else if (!isWanted && known.TryGetValue(id, out var row))
                db.Remove(row);
    }

    public static async Task SetCursorAsync(this AppDb db, SyncCursor cursor, CancellationToken stop)
    {
        var isKnown = await HasCursor.In(db)(db, cursor.ConnectionId, stop);
        var row = SyncCursorRow.From(cursor);
        if (isKnown) db.Update(row);
        else db.Add(row);
    }
}
