using Quartz;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>One durable job and at most one trigger per connection, kept in Quartz's persistent store.</summary>
internal sealed class EmailTriggers(ISchedulerFactory factory, TimeProvider time)
{
    private const string Group = "email";

    public static Guid ConnectionOf(JobKey key) => Guid.Parse(key.Name);

    /// <summary>A run as soon as possible: now, or right after the one that is going on.</summary>
    public Task NowAsync(Guid connectionId, CancellationToken stop) =>
        SetAsync(connectionId, time.GetUtcNow(), stop);

    /// <summary>The next run at a time, unless somebody already asked for an earlier one; none for null.</summary>
    public async Task NextAsync(Guid connectionId, DateTimeOffset? at, CancellationToken stop)
    {
        if (at is not { } due) return;
        var now = time.GetUtcNow();
        if (due < now) due = now;
        var scheduler = await factory.GetScheduler(stop);
        var planned = await scheduler.GetTrigger(Key(connectionId), stop);
        if (planned?.NextFireTimeUtc is { } earlier && earlier <= due) return;
        await SetAsync(connectionId, due, stop);
    }

    private async Task SetAsync(Guid connectionId, DateTimeOffset at, CancellationToken stop)
    {
        var scheduler = await factory.GetScheduler(stop);
        var job = JobBuilder.Create<EmailJob>().WithIdentity(new JobKey(connectionId.ToString(), Group))
            .StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Key(connectionId)).ForJob(job).StartAt(at).Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, stop);
    }

    private static TriggerKey Key(Guid connectionId) => new(connectionId.ToString(), Group);
}
