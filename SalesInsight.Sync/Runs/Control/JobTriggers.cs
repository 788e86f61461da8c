using Quartz;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>One durable job and at most one trigger per connection, kept in Quartz's persistent store.</summary>
internal sealed class JobTriggers<TJob>(ISchedulerFactory factory, string group) where TJob : IJob
{
    public async Task SetUnlessEarlierAsync(Guid connectionId, DateTimeOffset at, CancellationToken stop)
    {
        var scheduler = await factory.GetScheduler(stop);
        var planned = await scheduler.GetTrigger(Key(connectionId), stop);
        if (planned?.NextFireTimeUtc is { } earlier && earlier <= at) return;
        await SetAsync(connectionId, at, stop);
    }

    public async Task SetAsync(Guid connectionId, DateTimeOffset at, CancellationToken stop)
    {
        var scheduler = await factory.GetScheduler(stop);
        var job = JobBuilder.Create<TJob>().WithIdentity(new JobKey(connectionId.ToString(), group))
            .StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Key(connectionId)).ForJob(job).StartAt(at)
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, stop);
    }

    private TriggerKey Key(Guid connectionId) => new(connectionId.ToString(), group);
}
