using Quartz;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailDelivery.Control;

/// <summary>What Quartz calls: one delivery run of one user.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(DeliveryRun run, DeliveryTriggers triggers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var userId = context.SubjectId();
        if (await run.RunAsync(userId, cancellationToken) is { } next)
            await triggers.NextAsync(userId, next, cancellationToken);
    }
}
