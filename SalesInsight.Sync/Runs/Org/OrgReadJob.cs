using Quartz;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>What Quartz calls: one reading of one organization, then the runs of whom it concerns.</summary>
[DisallowConcurrentExecution]
internal sealed class OrgReadJob(OrgReadRunner runner, OrgReadTriggers triggers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var readerId = context.SubjectId();
        await triggers.NextAsync(readerId, await runner.RunAsync(readerId, cancellationToken), cancellationToken);
    }
}
