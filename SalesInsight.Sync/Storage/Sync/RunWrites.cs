using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>The parts of a run's commit that are not keyed by task.</summary>
internal static class RunWrites
{
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
        var known = await db.Set<LinkIdRow>().AsNoTracking().Where(r => taskIds.Contains(r.TaskId))
            .Select(r => new { r.ConnectionId, r.SalesforceId, r.TaskId }).ToHashSetAsync(stop);

        foreach (var link in links)
            foreach (var id in link.KnownIds.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Append(link.SalesforceId).Distinct())
                if (!known.Contains(new { link.ConnectionId, SalesforceId = id, link.TaskId }))
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
        var isKnown = await db.Set<SyncCursorRow>().AnyAsync(r => r.ConnectionId == cursor.ConnectionId, stop);
        var row = SyncCursorRow.From(cursor);
        if (isKnown) db.Update(row);
        else db.Add(row);
    }
}
