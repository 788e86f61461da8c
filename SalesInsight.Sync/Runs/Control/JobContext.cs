using Quartz;

namespace SalesInsight.Sync.Runs.Control;

internal static class JobContext
{
    /// <summary>Whose job Quartz calls: the id that <see cref="JobTriggers{TJob}"/> named it by.</summary>
    public static Guid SubjectId(this IJobExecutionContext context) => Guid.Parse(context.JobDetail.Key.Name);
}
