using Quartz;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailDelivery.Control;

/// <summary>One durable job and at most one trigger per user, kept in Quartz's persistent store.</summary>
internal sealed class DeliveryTriggers(ISchedulerFactory factory, TimeProvider time)
{
    private const string Group = "delivery";

    private readonly JobTriggers<DeliveryJob> _jobs = new(factory, Group);

    public Task NowAsync(Guid userId, CancellationToken stop) => _jobs.SetAsync(userId, time.GetUtcNow(), stop);

    /// <summary>The next run at a time, unless somebody already asked for an earlier one.</summary>
    public Task NextAsync(Guid userId, DateTimeOffset at, CancellationToken stop) =>
        _jobs.SetUnlessEarlierAsync(userId, at > time.GetUtcNow() ? at : time.GetUtcNow(), stop);
}
