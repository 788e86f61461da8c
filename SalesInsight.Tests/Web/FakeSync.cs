using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Web;

/// <summary>An engine that only remembers what it was asked.</summary>
internal sealed class FakeSync : ISyncControl, IFirstSync, ILiveUpdates
{
    public static readonly SyncStatus Off = new(
        TaskSyncMode.Off, IsPaused: false, IsConnected: true, NeedsReconnect: false, Running: null, LastSuccess: null,
        LastFault: null, LastErrorCode: null, NextAttempt: null, WaitingChanges: 0, ParkedCount: 0, HeldCount: 0,
        FirstSyncDone: false);

    public List<RunReason> Requests { get; } = [];

    public List<LiveChange> Told { get; } = [];

    public void Request(Guid userId, RunReason reason) => Requests.Add(reason);

    public List<Guid> Readings { get; } = [];

    public void RequestReading(Guid readerId) => Readings.Add(readerId);

    public Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop) => Task.FromResult(Off);

    public Task<FirstSyncResult> PreviewAsync(
        Guid userId, TaskSyncMode mode, FirstImport window, DateOnly today, CancellationToken stop) =>
        Task.FromResult<FirstSyncResult>(new FirstSyncResult.NotConnected());

    public Task ConfirmLinksAsync(Guid userId, FirstSyncPlan plan, CancellationToken stop) => Task.CompletedTask;

    public IDisposable Listen(Guid userId, Action<LiveChange> onChange) => new Nothing();

    public void Tell(Guid userId, LiveChange change) => Told.Add(change);

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
