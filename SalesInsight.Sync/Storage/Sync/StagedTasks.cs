using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Reads everything stored about some tasks: one question, whatever their number.</summary>
internal static class StagedTasks
{
    private static readonly PreparedQuery<Func<AppDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<Row>>> Stored =
        new(() => EF.CompileAsyncQuery((AppDb db, IReadOnlyCollection<Guid> taskIds) =>
            from task in db.Set<ReminderTaskRow>().AsNoTracking()
            where taskIds.Contains(task.TaskId)
            join link in db.Set<TaskLinkRow>() on task.TaskId equals link.TaskId into links
            from link in links.DefaultIfEmpty()
            join intent in db.Set<PushIntentRow>() on task.TaskId equals intent.TaskId into intents
            from intent in intents.DefaultIfEmpty()
            join parking in db.Set<ParkingRow>() on task.TaskId equals parking.TaskId into parkings
            from parking in parkings.DefaultIfEmpty()
            select new Row(task, link, intent, parking)));

    public static async Task<ImmutableDictionary<Guid, StagedTask>> LoadStagedAsync(
        this AppDb db, IReadOnlyCollection<Guid> taskIds, CancellationToken stop)
    {
        if (taskIds.Count == 0) return ImmutableDictionary<Guid, StagedTask>.Empty;

        var rows = await Stored.In(db)(db, taskIds).ToListAsync(stop);

        return rows.ToImmutableDictionary(
            r => r.Task.TaskId,
            r => new StagedTask(r.Task.ToTask(), r.Link?.ToLink(), r.Intent?.ToIntent(), r.Parking?.ToParking()));
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

    private sealed record Row(ReminderTaskRow Task, TaskLinkRow? Link, PushIntentRow? Intent, ParkingRow? Parking);
}
