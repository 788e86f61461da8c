using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesInsight.Sync.EmailDelivery.Running;

namespace SalesInsight.Sync.EmailDelivery.Control;

/// <summary>
/// Turns wishes into triggers; and at the start, and from time to time, looks for what waits without one, such as mails
/// a killed process left behind.
/// </summary>
internal sealed partial class DeliveryScheduler(
    DeliveryWishes wishes,
    DeliveryTriggers triggers,
    IDeliveryStore store,
    TimeProvider time,
    ILogger<DeliveryScheduler> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(SweepAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stop)
    {
        await foreach (var userId in wishes.Users.ReadAllAsync(stop))
        {
            try
            {
                if (await store.NextDueAsync(userId, stop) is { } due && due > time.GetUtcNow())
                    await triggers.NextAsync(userId, due, stop);
                else await triggers.NowAsync(userId, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogMissed(log, userId, exception);                   // the sweep catches up
            }
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        do
        {
            try
            {
                foreach (var userId in await store.ListDueUsersAsync(time.GetUtcNow(), stop))
                    await triggers.NowAsync(userId, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNoSweep(log, exception);                          // the next one looks again
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    [LoggerMessage(7, LogLevel.Error, "A delivery run for user {UserId} could not be scheduled")]
    private static partial void LogMissed(ILogger log, Guid userId, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "Mails that wait to be sent could not be looked for")]
    private static partial void LogNoSweep(ILogger log, Exception exception);
}
