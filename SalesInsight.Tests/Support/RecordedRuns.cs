using System.Collections.Concurrent;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Tests.Support;

/// <summary>Takes requests for runs and remembers them; runs nothing.</summary>
internal sealed class RecordedRuns : ISyncControl
{
    private readonly ConcurrentQueue<(Guid UserId, RunReason Reason)> _requests = new();

    public IReadOnlyCollection<(Guid UserId, RunReason Reason)> Requests => _requests;

    public void Request(Guid userId, RunReason reason) => _requests.Enqueue((userId, reason));

    public void RequestReading(Guid readerId)
    {
    }

    public Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop) => Task.FromResult(
        new SyncStatus(TaskSyncMode.Off, false, false, false, null, null, null, null, null, 0, 0, 0, false));
}
