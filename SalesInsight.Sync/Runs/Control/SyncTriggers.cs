using System.Collections.Concurrent;
using Quartz;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>When each connection runs next.</summary>
internal sealed class SyncTriggers(ISchedulerFactory factory, TimeProvider time)
{
    /// <summary>A run leaves out the second that is not over there; a person who has just changed something in
    /// Salesforce and pressed Sync now means that second too.</summary>
    private static readonly TimeSpan FollowUpAfter = TimeSpan.FromSeconds(2);

    private readonly JobTriggers<SyncJob> _triggers = new(factory, "sync");

    /// <summary>Runs that a person asked for and that are still to come, by connection.</summary>
    private readonly ConcurrentDictionary<Guid, int> _askedFor = new();

    /// <summary>A person wants to see what Salesforce holds now: the next run of this connection looks for itself, and
    /// so does one more, two seconds later.</summary>
    public void FollowUp(Guid connectionId) => _askedFor[connectionId] = 2;

    /// <summary>Whether the run that begins now is one of those.</summary>
    public bool TakeAskedFor(Guid connectionId)
    {
        if (!_askedFor.TryRemove(connectionId, out var left)) return false;
        if (left > 1) _askedFor.TryAdd(connectionId, left - 1);
        return true;
    }

    /// <summary>A run as soon as possible: now, or right after the one that is going on.</summary>
    public Task NowAsync(Guid connectionId, CancellationToken stop) =>
        _triggers.SetAsync(connectionId, time.GetUtcNow(), stop);

    /// <summary>The next run at a time, unless somebody already asked for an earlier one.</summary>
    public async Task NextAsync(Guid connectionId, DateTimeOffset? at, CancellationToken stop)
    {
        if (at is not { } due) return;
        if (_askedFor.ContainsKey(connectionId) && time.GetUtcNow() + FollowUpAfter is var soon && soon < due)
            due = soon;
        await _triggers.SetUnlessEarlierAsync(connectionId, due, stop);
    }
}
