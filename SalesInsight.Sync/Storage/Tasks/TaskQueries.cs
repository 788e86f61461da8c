using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>Which tasks a page shows. A user only ever sees their own: every question starts from <c>Of</c>.</summary>
internal static class TaskQueries
{
    private const string LikeEscape = "\\";

    /// <summary>Alive, and still this user's: one reassigned in Salesforce has left their list (5.11).</summary>
    public static IQueryable<ReminderTaskRow> Of(this AppDb db, Guid userId) =>
        db.Set<ReminderTaskRow>().AsNoTracking().Where(t => t.UserId == userId && t.DeletedAt == null
            && !db.Set<TaskLinkRow>().Any(l => l.TaskId == t.TaskId
                && l.State == LinkState.Active && l.Reason == ReasonCode.Reassigned));

    public static IQueryable<ReminderTaskRow> Open(this IQueryable<ReminderTaskRow> tasks) =>
        tasks.Where(t => t.Status == ReminderStatus.Open);

    /// <summary>Open first, then important ones, then in the order of making.</summary>
    public static IQueryable<Guid> DueOn(this IQueryable<ReminderTaskRow> tasks, DateOnly day) => tasks
        .Where(t => t.DueDate == day)
        .OrderBy(t => t.Status == ReminderStatus.Open ? 0 : 1)
        .ThenBy(t => t.Priority == ReminderPriority.High ? 0 : 1)
        .ThenBy(t => t.CreatedAt).ThenBy(t => t.TaskId)
        .Select(t => t.TaskId);

    public static IQueryable<ReminderTaskRow> Matching(
        this IQueryable<ReminderTaskRow> tasks, TaskFilter filter, DateOnly today)
    {
        var tomorrow = today.AddDays(1);
        return filter switch
        {
            TaskFilter.Open => tasks.Open(),
            TaskFilter.Overdue => tasks.Open().Where(t => t.DueDate < today),
            TaskFilter.Later => tasks.Open().Where(t => t.DueDate > tomorrow),
            TaskFilter.NoDate => tasks.Open().Where(t => t.DueDate == null),
            TaskFilter.Completed => tasks.Where(t => t.Status == ReminderStatus.Completed),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter"),
        };
    }

    public static IQueryable<ReminderTaskRow> Mentioning(
        this IQueryable<ReminderTaskRow> tasks, AppDb db, string? search, Guid? connectionId)
    {
        if (string.IsNullOrWhiteSpace(search)) return tasks;
        var pattern = $"%{Escape(search.Trim())}%";
        return tasks.Where(t => EF.Functions.Like(t.Subject, pattern, LikeEscape)
            || EF.Functions.Like(t.Details, pattern, LikeEscape)
            || db.Set<RecordNameRow>().Any(n => n.ConnectionId == connectionId && n.RecordId == t.PersonId
                && EF.Functions.Like(n.Name, pattern, LikeEscape)));
    }

    /// <summary>By due date, those without one last; completed ones the other way round, the newest first.</summary>
    public static IQueryable<Guid> Sorted(this IQueryable<ReminderTaskRow> tasks, TaskFilter filter)
    {
        var sorted = filter == TaskFilter.Completed
            ? tasks.OrderByDescending(t => t.DueDate)
            : tasks.OrderBy(t => t.DueDate == null ? 1 : 0).ThenBy(t => t.DueDate);
        return sorted.ThenBy(t => t.CreatedAt).ThenBy(t => t.TaskId).Select(t => t.TaskId);
    }

    public static string Escape(string typed) => typed
        .Replace(LikeEscape, LikeEscape + LikeEscape, StringComparison.Ordinal)
        .Replace("%", LikeEscape + "%", StringComparison.Ordinal)
        .Replace("_", LikeEscape + "_", StringComparison.Ordinal);
}
