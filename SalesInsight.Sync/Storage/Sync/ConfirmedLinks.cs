using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Pairs a person confirmed. One ends when its task is linked or gone.</summary>
internal static class ConfirmedLinks
{
    private static readonly PreparedQuery<Func<AppDb, Guid, IAsyncEnumerable<ConfirmedLink>>> Confirmed = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId) =>
            from confirmed in db.Set<ConfirmedLinkRow>()
            where confirmed.ConnectionId == connectionId
            join task in db.Set<ReminderTaskRow>() on confirmed.TaskId equals task.TaskId
            where task.DeletedAt == null && !db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId)
            orderby confirmed.TaskId
            select new ConfirmedLink(confirmed.TaskId, confirmed.SalesforceId)));

    public static async Task ReplaceConfirmedAsync(
        this AppDb db, Guid connectionId, IReadOnlyCollection<ConfirmedLink> links, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Set<ConfirmedLinkRow>().Where(c => c.ConnectionId == connectionId).ExecuteDeleteAsync(stop);
        db.AddRange(links.DistinctBy(l => l.TaskId).Select(l => new ConfirmedLinkRow
        {
            ConnectionId = connectionId,
            TaskId = l.TaskId,
            SalesforceId = l.SalesforceId,
        }));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    public static ValueTask<List<ConfirmedLink>> ListConfirmedAsync(
        this AppDb db, Guid connectionId, CancellationToken stop) =>
        Confirmed.In(db)(db, connectionId).ToListAsync(stop);

    public static async Task EndConfirmedAsync(
        this AppDb db, IReadOnlyCollection<TaskLinkRow> links, CancellationToken stop)
    {
        if (links.Count == 0) return;
        var taskIds = links.Select(l => l.TaskId).ToList();
        await db.Set<ConfirmedLinkRow>().Where(c => taskIds.Contains(c.TaskId)).ExecuteDeleteAsync(stop);
    }
}
