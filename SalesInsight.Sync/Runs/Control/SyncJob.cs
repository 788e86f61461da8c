using Quartz;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>What Quartz calls: one run of one connection. A run recovers by looking, so a killed one needs no more than
/// the next.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(SyncRunner runner, SyncTriggers triggers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var connectionId = context.SubjectId();
        var next = await runner.RunAsync(connectionId, triggers.TakeAskedFor(connectionId), cancellationToken);
        await triggers.NextAsync(connectionId, next, cancellationToken);
    }
}
