using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Benchmarks;

/// <summary>The benchmark starts its runs itself, so that each is measured alone.</summary>
internal sealed class NobodyAsksForRuns : ISyncControl
{
    public void Request(Guid userId, RunReason reason)
    {
        // an edit asks for a run; the measured one does the work
    }

    public void RequestReading(Guid readerId)
    {
        // and no org reader is measured
    }

    public Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop) => Task.FromResult(
        new SyncStatus(TaskSyncMode.Both, false, false, false, null, null, null, null, null, 0, 0, 0, false));
}
