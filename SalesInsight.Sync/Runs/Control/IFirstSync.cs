using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Shows what turning the sync on would do. Reads Salesforce, writes nothing on either side.</summary>
public interface IFirstSync
{
    /// <summary>The plan under settings that are not saved yet.</summary>
    Task<FirstSyncResult> PreviewAsync(
        Guid userId, TaskSyncMode mode, FirstImport window, DateOnly today, CancellationToken stop);

    /// <summary>
    /// Remembers which existing tasks the user agreed to link (design 5.14); the next run links them.
    /// </summary>
    Task ConfirmLinksAsync(Guid userId, FirstSyncPlan plan, CancellationToken stop);
}
