using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Reads everything stored about some tasks: one question per table, whatever their number.</summary>
internal static class StagedTasks
{
    public static async Task<ImmutableDictionary<Guid, StagedTask>> LoadStagedAsync(
        this AppDb db, IReadOnlyCollection<Guid> taskIds, CancellationToken stop)
    {
        if (taskIds.Count == 0) return ImmutableDictionary<Guid, StagedTask>.Empty;

        var tasks = await db.OfTasks<ReminderTaskRow>(taskIds).ToListAsync(stop);
        var links = await db.OfTasks<TaskLinkRow>(taskIds).ToDictionaryAsync(r => r.TaskId, stop);
        var intents = await db.OfTasks<PushIntentRow>(taskIds).ToDictionaryAsync(r => r.TaskId, stop);
        var parkings = await db.OfTasks<ParkingRow>(taskIds).ToDictionaryAsync(r => r.TaskId, stop);

        return tasks.ToImmutableDictionary(
            t => t.TaskId,
            t => new StagedTask(
                t.ToTask(),
                links.GetValueOrDefault(t.TaskId)?.ToLink(),
                intents.GetValueOrDefault(t.TaskId)?.ToIntent(),
                parkings.GetValueOrDefault(t.TaskId)?.ToParking()));
    }

    /// <summary>The same, in the order asked; ids that are gone are left out.</summary>
    public static async Task<ImmutableArray<StagedTask>> LoadInOrderAsync(
        this AppDb db, IReadOnlyCollection<Guid> taskIds, CancellationToken stop)
    {
        var loaded = await db.LoadStagedAsync(taskIds, stop);
        return [.. taskIds.Where(loaded.ContainsKey).Select(id => loaded[id])];
    }

    public static IQueryable<TRow> OfTasks<TRow>(this AppDb db, IReadOnlyCollection<Guid> taskIds)
        where TRow : TaskKeyedRow => db.Set<TRow>().AsNoTracking().Where(r => taskIds.Contains(r.TaskId));
}
