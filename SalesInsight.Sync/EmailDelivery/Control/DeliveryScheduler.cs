using Microsoft.Extensions.Logging;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Sync.EmailDelivery.Control;

/// <summary>Delivery runs; a sweep finds such mails as a killed process left behind.</summary>
internal sealed class DeliveryScheduler(
    DeliveryWishes wishes,
    DeliveryTriggers triggers,
    IDeliveryStore store,
    TimeProvider time,
    ILogger<DeliveryScheduler> log) : UserRunScheduler(wishes, SweepEvery, time, log)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    protected override async Task FulfilAsync(Guid userId, CancellationToken stop)
    {
        if (await store.NextDueAsync(userId, stop) is { } due && due > Time.GetUtcNow())
            await triggers.NextAsync(userId, due, stop);
        else await triggers.NowAsync(userId, stop);
    }

    protected override async Task SweepAsync(CancellationToken stop)
    {
        foreach (var userId in await store.ListDueUsersAsync(Time.GetUtcNow(), stop))
            await triggers.NowAsync(userId, stop);
    }
}
