using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>
/// A user's own tasks. Every member takes the id of the signed-in user and sees only that user's rows. A change is
/// written, the user's pages are told, and a run is asked for within a second. Thread-safe.
/// </summary>
public interface IReminderTasks
{
    /// <summary>What is due on <paramref name="today"/> and the day after.</summary>
    Task<DueTasks> ListDueAsync(Guid userId, DateOnly today, CancellationToken stop);

    /// <summary>A page of at most 200 tasks, by due date; <paramref name="search"/> looks in name, person and details.
    /// </summary>
    Task<TaskPage> ListAsync(
        Guid userId, TaskFilter filter, string? search, DateOnly today, int skip, int take, CancellationToken stop);

    /// <summary>One task; null when it is not this user's or gone.</summary>
    Task<TaskView?> FindAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>
    /// Adds a task; it goes to Salesforce if the user's sync sends. With an id of the caller's own it may be repeated:
    /// a task of that id is the answer as it stands now, and Gone if it was deleted since or is not this user's.
    /// </summary>
    Task<TaskSaveResult> AddAsync(
        Guid userId, TaskContent content, ReminderType type, CancellationToken stop, Guid? id = null);

    /// <summary>
    /// Changes a task as seen at <paramref name="seen"/>. Fields that were not changed are left as they are now; a
    /// field that both this edit and somebody since changed makes the whole edit <see cref="TaskSaveResult.Stale"/>.
    /// </summary>
    Task<TaskSaveResult> EditAsync(
        Guid userId, TaskView seen, TaskContent content, ReminderType type, CancellationToken stop);

    /// <summary>Completes or reopens.</summary>
    Task<TaskSaveResult> SetStatusAsync(Guid userId, Guid taskId, ReminderStatus status, CancellationToken stop);

    /// <summary>Deletes here; it is sent after ten seconds, which is the time Undo has.</summary>
    Task<TaskSaveResult> DeleteAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>Takes a deletion back; after it was sent this makes a new record in Salesforce.</summary>
    Task<TaskSaveResult> RestoreAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>Moves every open overdue task to <paramref name="today"/>; the answer maps each to its date before.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> MoveOverdueAsync(Guid userId, DateOnly today, CancellationToken stop);

    /// <summary>Sends a task that would stay here (older than the sync, or made while it was off).</summary>
    Task<TaskSaveResult> SendByHandAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>Tries a parked task again.</summary>
    Task<TaskSaveResult> RetryAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>The newest 100 entries of a task's history, newest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid userId, Guid taskId, CancellationToken stop);

    /// <summary>People and records known here (names cached from Salesforce) that match a typed text.</summary>
    Task<IReadOnlyList<KnownRecord>> FindRecordsAsync(
        Guid userId, string typed, bool people, int take, CancellationToken stop);
}
