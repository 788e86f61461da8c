using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// One local transaction of a run, exclusive for writing from the moment it is opened, so that what is loaded in it is
/// what is committed against. Conditional on the lease's epoch: it opens only under that epoch, and nobody moves the
/// epoch before it ends. Disposed without a commit: nothing is written.
/// </summary>
internal interface IRunTransaction : IAsyncDisposable
{
    /// <summary>The rows as they are now; unknown ids are missing.</summary>
    Task<ImmutableDictionary<Guid, StagedTask>> LoadAsync(IReadOnlyCollection<Guid> taskIds, CancellationToken stop);

    /// <summary>
    /// Inserts or replaces. The caller sets the version; a row whose version grew tells its user's pages.
    /// </summary>
    void Put(ReminderTask task);

    void Put(TaskLink link);

    void Put(PushIntent intent);

    void ClearIntent(Guid taskId);

    void Put(Parking parking);

    void ClearParking(Guid taskId);

    void Put(HeldRow held);

    void ClearHeld(Guid taskId);

    /// <summary>An unlinked record that the next run reads by id, though the cursor moves past it.</summary>
    void LookAgain(string salesforceId);

    void Looked(string salesforceId);

    void Append(DecisionRecord record);

    void Put(SyncCursor cursor);

    Task CommitAsync(CancellationToken stop);
}
