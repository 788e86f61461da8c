using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Storage.Tables;
using System.Collections.Immutable;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Which tasks a run has to look at; each question answers ids, the rows are loaded once afterwards.</summary>
internal static class StagingQueries
{
    /// <summary>
    /// Outbound and unlinked; changed since the base was settled; to be looked at again; with an open intent, a parking
    /// or an answered held row. Oldest first.
    /// </summary>
    public static IQueryable<Guid> LocalToStage(this AppDb db, Guid connectionId) =>
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
        select task.TaskId;

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

    public static IQueryable<Guid> Unread(this AppDb db, Guid connectionId, UnreadSince since)
    {
        var (open, completed, gone) = since;
        var goneSince = gone - RunLimits.DeleteLogReach;
        return from link in db.Set<TaskLinkRow>()
            where link.ConnectionId == connectionId && link.ReadAt < open
            join task in db.Set<ReminderTaskRow>() on link.TaskId equals task.TaskId
            where (link.State == LinkState.Active && task.DeletedAt == null
                    && (task.Status == ReminderStatus.Open || link.ReadAt < completed))
                || (link.State == LinkState.Removed && link.ReadAt < gone && task.DeletedAt > goneSince)
            orderby link.ReadAt, link.TaskId
            select link.TaskId;
    }

    public static IQueryable<Guid> Unlinked(this AppDb db, Guid userId) =>
        from task in db.Set<ReminderTaskRow>()
        where task.UserId == userId && task.DeletedAt == null
            && !db.Set<TaskLinkRow>().Any(l => l.TaskId == task.TaskId)
        orderby task.CreatedAt, task.TaskId
        select task.TaskId;

    /// <summary>People and records of the user's living tasks whose name is missing or old.</summary>
    public static IQueryable<string> Unnamed(
        this AppDb db, Guid userId, Guid connectionId, DateTimeOffset namedBefore)
    {
        var living = db.Set<ReminderTaskRow>().Where(t => t.UserId == userId && t.DeletedAt == null);
        return living.Where(t => t.PersonId != null).Select(t => t.PersonId!)
            .Union(living.Where(t => t.RelatedId != null).Select(t => t.RelatedId!))
            .Where(id => !db.Set<RecordNameRow>().Any(n =>
                n.ConnectionId == connectionId && n.RecordId == id && n.ReadAt >= namedBefore))
            .OrderBy(id => id);
    }
}
