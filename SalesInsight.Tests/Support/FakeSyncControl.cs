using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Tests.Support;

/// <summary>A sync that stands as the test says and remembers what it was asked for.</summary>
internal sealed class FakeSyncControl : ISyncControl
{
    public static readonly SyncStatus Quiet = new(
        TaskSyncMode.Both, false, true, false, null, null, null, null, null, 0, 0, 0, true);

    public SyncStatus Status { get; set; } = Quiet;

    public List<RunReason> Requests { get; } = [];

    public void Request(Guid userId, RunReason reason) => Requests.Add(reason);

    public List<Guid> Readings { get; } = [];

    public void RequestReading(Guid readerId) => Readings.Add(readerId);

    public Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop) => Task.FromResult(Status);
}
