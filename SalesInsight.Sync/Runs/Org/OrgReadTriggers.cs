using Quartz;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>One durable job and at most one trigger per org reader.</summary>
internal sealed class OrgReadTriggers(ISchedulerFactory factory, TimeProvider time)
{
    private readonly JobTriggers<OrgReadJob> _triggers = new(factory, "org-reader");

    public Task NowAsync(Guid readerId, CancellationToken stop) =>
        _triggers.SetAsync(readerId, time.GetUtcNow(), stop);

    public Task NextAsync(Guid readerId, DateTimeOffset? at, CancellationToken stop) =>
        at is { } due ? _triggers.SetUnlessEarlierAsync(readerId, due, stop) : Task.CompletedTask;
}
