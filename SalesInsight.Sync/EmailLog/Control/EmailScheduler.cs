using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>
/// Turns wishes into triggers; and from time to time looks for what waits without one, such as mails reported while
/// their user was not connected. What is not kept for ever goes on the way.
/// </summary>
internal sealed partial class EmailScheduler(
    EmailWishes wishes,
    EmailTriggers triggers,
    ISyncStore connections,
    IEmailStore store,
    TimeProvider time,
    ILogger<EmailScheduler> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(SweepAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stop)
    {
        await foreach (var userId in wishes.Users.ReadAllAsync(stop))
        {
            try
            {
                var standing = await connections.ReadStandingAsync(userId, stop);
                if (standing is { ConnectionId: { } id, NeedsReconnect: false }) await triggers.NowAsync(id, stop);
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
                var now = time.GetUtcNow();
                foreach (var connectionId in await store.ListDueConnectionsAsync(now, stop))
                    await triggers.NowAsync(connectionId, stop);
                await store.PurgeAsync(now - LogLimits.TextAge, now - LogLimits.DeletedAge, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNoSweep(log, exception);                          // the next one looks again
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    [LoggerMessage(5, LogLevel.Error, "A logging run for user {UserId} could not be scheduled")]
    private static partial void LogMissed(ILogger log, Guid userId, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "Waiting mails could not be looked for")]
    private static partial void LogNoSweep(ILogger log, Exception exception);
}
