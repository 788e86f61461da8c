using System.Threading.Channels;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Takes wishes for runs without waiting, and tells how the sync stands.</summary>
internal sealed class SyncControl(ISyncStore store, ISyncSettingsSource settings, RunProgressBoard board) : ISyncControl
{
    /// <summary>More wishes than this at once are dropped oldest first; the interval catches up.</summary>
    private const int WishesMax = 10_000;

    private readonly Channel<Wish> _wishes = Channel.CreateBounded<Wish>(
        new BoundedChannelOptions(WishesMax) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Read by the scheduler alone.</summary>
    public ChannelReader<Wish> Wishes => _wishes.Reader;

    public void Request(Guid userId, RunReason reason) => _wishes.Writer.TryWrite(new Wish.Run(userId, reason));

    public void RequestReading(Guid readerId) => _wishes.Writer.TryWrite(new Wish.Reading(readerId));

    public async Task<SyncStatus> StatusAsync(Guid userId, CancellationToken stop)
    {
        var snapshot = await settings.SnapshotAsync(userId, stop);
        var standing = await store.ReadStandingAsync(userId, stop);
        var last = standing.LastRun;
        var failed = last?.Outcome == RunOutcome.Failed;
        return new SyncStatus(
            snapshot.Mode,
            snapshot.IsPaused,
            standing.ConnectionId is not null,
            standing.NeedsReconnect,
            standing.ConnectionId is { } id ? board.Of(id) : null,
            LastLook(standing),
            failed ? last!.Fault : null,
            failed ? last!.ErrorCode : null,
            failed ? last!.EndedAt + snapshot.Interval : null,
            standing.WaitingChanges,
            standing.Parked,
            standing.Held,
            standing.Cursor?.Upper is not null);
    }

    /// <summary>Where an org reader reads for a user, nothing of theirs has changed since, or a run is due.</summary>
    private static DateTimeOffset? LastLook(SyncStanding standing)
    {
        var own = standing.Cursor?.SucceededAt;
        return standing is { LastRun.Outcome: RunOutcome.Done, ReadForAt: { } read } && read > own ? read : own;
    }

    internal abstract record Wish
    {
        private Wish() { }

        internal sealed record Run(Guid UserId, RunReason Reason) : Wish;

        internal sealed record Reading(Guid ReaderId) : Wish;
    }
}
