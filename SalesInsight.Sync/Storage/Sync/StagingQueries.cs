using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Which tasks a run has to look at; each question answers ids, the rows are loaded once afterwards.</summary>
internal static class StagingQueries
{
    private static readonly PreparedQuery<Func<AppDb, Guid, int, IAsyncEnumerable<Guid>>> ToStage = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, int max) => (
            from task in db.Set<ReminderTaskRow>()
            where (task.OutboundConnectionId == connectionId && task.DeletedAt == null
                    && !db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId))
                || db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId && l.ConnectionId == connectionId
                    && (l.LookAgain || (l.State != LinkState.Frozen && l.LocalVersion != task.Version)))
                || db.Set<PushIntentRow>().Any(i => i.TaskId == task.TaskId && i.ConnectionId == connectionId)
                || db.Set<ParkingRow>().Any(p => p.TaskId == task.TaskId && p.ConnectionId == connectionId)
                || db.Set<HeldDeletionRow>().Any(h => h.TaskId == task.TaskId && h.ConnectionId == connectionId
                    && h.Approved != null)
            orderby task.CreatedAt, task.TaskId
            select task.TaskId).Take(max)));

    private static readonly PreparedQuery<Func<AppDb, Guid, int, IAsyncEnumerable<string>>> ToLookAgain = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, int max) => db.Set<LookAgainRow>()
            .Where(r => r.ConnectionId == connectionId)
            .OrderBy(r => r.SalesforceId).Select(r => r.SalesforceId).Take(max)));

    private static readonly PreparedQuery<UnreadQuestion> Unread = new(() => new UnreadQuestion(
        EF.CompileAsyncQuery((
            AppDb db, Guid connectionId, DateTimeOffset open, DateTimeOffset completed, DateTimeOffset gone,
            DateTimeOffset goneSince, int max) => (
            from link in db.Set<TaskLinkRow>()
            where link.ConnectionId == connectionId && link.ReadAt < open
            join task in db.Set<ReminderTaskRow>() on link.TaskId equals task.TaskId
            where (link.State == LinkState.Active && task.DeletedAt == null
                    && (task.Status == ReminderStatus.Open || link.ReadAt < completed))
                || (link.State == LinkState.Removed && link.ReadAt < gone && task.DeletedAt > goneSince)
            orderby link.ReadAt, link.TaskId
            select link.TaskId).Take(max))));

    private static readonly PreparedQuery<Func<AppDb, Guid, Guid, DateTimeOffset, int, IAsyncEnumerable<string>>>
        Unnamed = new(() => EF.CompileAsyncQuery((
            AppDb db, Guid userId, Guid connectionId, DateTimeOffset namedBefore, int max) => db.Set<ReminderTaskRow>()
            .Where(t => t.UserId == userId && t.DeletedAt == null && t.PersonId != null).Select(t => t.PersonId!)
            .Union(db.Set<ReminderTaskRow>()
                .Where(t => t.UserId == userId && t.DeletedAt == null && t.RelatedId != null).Select(t => t.RelatedId!))
            .Where(id => !db.Set<RecordNameRow>().Any(n =>
                n.ConnectionId == connectionId && n.RecordId == id && n.ReadAt >= namedBefore))
            .OrderBy(id => id).Take(max)));

    private static readonly PreparedQuery<Func<AppDb, Guid, IAsyncEnumerable<HeldDeletionRow>>> Held = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId) => db.Set<HeldDeletionRow>().AsNoTracking()
            .Where(h => h.ConnectionId == connectionId).OrderBy(h => h.HeldAt).ThenBy(h => h.TaskId).Select(h => h)));

    private static readonly PreparedQuery<
        Func<AppDb, Guid, IReadOnlyCollection<string>, IAsyncEnumerable<LinkIdRow>>> Known = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, IReadOnlyCollection<string> salesforceIds) =>
            db.Set<LinkIdRow>().AsNoTracking()
                .Where(r => r.ConnectionId == connectionId && salesforceIds.Contains(r.SalesforceId))));

    private delegate IAsyncEnumerable<Guid> UnreadQuestion(
        AppDb db, Guid connectionId, DateTimeOffset open, DateTimeOffset completed, DateTimeOffset gone,
        DateTimeOffset goneSince, int max);

    /// <summary>
    /// Outbound and unlinked; changed since the base was settled; to be looked at again; with an open intent, a parking
    /// or an answered held row. Oldest first.
    /// </summary>
    public static ValueTask<List<Guid>> ListToStageAsync(
        this AppDb db, Guid connectionId, int max, CancellationToken stop) =>
        ToStage.In(db)(db, connectionId, max).ToListAsync(stop);

    /// <summary>Records that have no row here yet and are to be read once more.</summary>
    public static ValueTask<List<string>> ListLookAgainAsync(
        this AppDb db, Guid connectionId, int max, CancellationToken stop) =>
        ToLookAgain.In(db)(db, connectionId, max).ToListAsync(stop);

    /// <summary>Linked tasks that were not read for longer than <paramref name="since"/>; the longest first.</summary>
    public static ValueTask<List<Guid>> ListUnreadAsync(
        this AppDb db, Guid connectionId, UnreadSince since, int max, CancellationToken stop) =>
        Unread.In(db)(
            db, connectionId, since.Open, since.Completed, since.Gone, since.Gone - RunLimits.DeleteLogReach, max)
            .ToListAsync(stop);

    /// <summary>People and records of the user's living tasks whose name is missing or old.</summary>
    public static ValueTask<List<string>> ListUnnamedAsync(
        this AppDb db, Guid userId, Guid connectionId, DateTimeOffset namedBefore, int max, CancellationToken stop) =>
        Unnamed.In(db)(db, userId, connectionId, namedBefore, max).ToListAsync(stop);

    /// <summary>What the fence holds, the oldest first.</summary>
    public static ValueTask<List<HeldDeletionRow>> ListHeldAsync(
        this AppDb db, Guid connectionId, CancellationToken stop) =>
        Held.In(db)(db, connectionId).ToListAsync(stop);

    /// <summary>The tasks that are, or were, linked to these records.</summary>
    public static ValueTask<List<LinkIdRow>> ListKnownIdsAsync(
        this AppDb db, Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop) =>
        Known.In(db)(db, connectionId, salesforceIds).ToListAsync(stop);

    /// <summary>Changes here that Salesforce does not have yet.</summary>
    public static IQueryable<Guid> Waiting(this AppDb db, Guid connectionId) =>
        from task in db.Set<ReminderTaskRow>()
        where (task.OutboundConnectionId == connectionId && task.DeletedAt == null
                && !db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId))
            || db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId && l.ConnectionId == connectionId
                && l.State != LinkState.Frozen && l.LocalVersion != task.Version)
            || db.Set<PushIntentRow>().Any(i => i.TaskId == task.TaskId && i.ConnectionId == connectionId)
            || db.Set<ParkingRow>().Any(p => p.TaskId == task.TaskId && p.ConnectionId == connectionId)
        select task.TaskId;

    public static IQueryable<Guid> Unlinked(this AppDb db, Guid userId) =>
        from task in db.Set<ReminderTaskRow>()
        where task.UserId == userId && task.DeletedAt == null
            && !db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId)
        orderby task.CreatedAt, task.TaskId
        select task.TaskId;
}
