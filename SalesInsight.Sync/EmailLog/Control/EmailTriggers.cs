using Quartz;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>One durable job and at most one trigger per connection, kept in Quartz's persistent store.</summary>
internal sealed class EmailTriggers(ISchedulerFactory factory, TimeProvider time)
{
    private readonly JobTriggers<EmailJob> _triggers = new(factory, "email");

    /// <summary>A run as soon as possible: now, or right after the one that is going on.</summary>
    public Task NowAsync(Guid connectionId, CancellationToken stop) =>
        _triggers.SetAsync(connectionId, time.GetUtcNow(), stop);

    /// <summary>The next run at a time, unless somebody already asked for an earlier one; none for null.</summary>
    public Task NextAsync(Guid connectionId, DateTimeOffset? at, CancellationToken stop) => at is { } due
        ? _triggers.SetUnlessEarlierAsync(connectionId, due > time.GetUtcNow() ? due : time.GetUtcNow(), stop)
        : Task.CompletedTask;
}
