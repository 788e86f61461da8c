using System.Collections.Concurrent;
using Quartz;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>One durable job and at most one trigger per connection, kept in Quartz's persistent store.</summary>
internal sealed class SyncTriggers(ISchedulerFactory factory, TimeProvider time)
{
    private const string Group = "sync";

    /// <summary>A run leaves out the second that is not over there; a person who has just changed something in
    /// Salesforce and pressed Sync now means that second too.</summary>
    private static readonly TimeSpan FollowUpAfter = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, bool> _followUps = new();

    public static Guid ConnectionOf(JobKey key) => Guid.Parse(key.Name);

    /// <summary>The next run of this connection is followed by one more, two seconds later.</summary>
    public void FollowUp(Guid connectionId) => _followUps[connectionId] = true;

    /// <summary>A run as soon as possible: now, or right after the one that is going on.</summary>
    public Task NowAsync(Guid connectionId, CancellationToken stop) =>
        SetAsync(connectionId, time.GetUtcNow(), stop);

    /// <summary>The next run at a time, unless somebody already asked for an earlier one.</summary>
    public async Task NextAsync(Guid connectionId, DateTimeOffset? at, CancellationToken stop)
    {
        if (at is not { } due) return;
        if (_followUps.TryRemove(connectionId, out _) && time.GetUtcNow() + FollowUpAfter is var soon && soon < due)
            due = soon;
        var scheduler = await factory.GetScheduler(stop);
        var planned = await scheduler.GetTrigger(Key(connectionId), stop);
        if (planned?.NextFireTimeUtc is { } earlier && earlier <= due) return;
        await SetAsync(connectionId, due, stop);
    }

    private async Task SetAsync(Guid connectionId, DateTimeOffset at, CancellationToken stop)
    {
        var scheduler = await factory.GetScheduler(stop);
        var job = JobBuilder.Create<SyncJob>().WithIdentity(new JobKey(connectionId.ToString(), Group))
            .StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Key(connectionId)).ForJob(job).StartAt(at)
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, stop);
    }

    private static TriggerKey Key(Guid connectionId) => new(connectionId.ToString(), Group);
}
