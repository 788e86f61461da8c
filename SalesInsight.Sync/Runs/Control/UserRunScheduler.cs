using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>
/// Turns wishes of users into triggers; and at the start, and from time to time, looks for what waits without one. A
/// wish or a look that fails is logged and ends nothing.
/// </summary>
internal abstract partial class UserRunScheduler(
    UserWishes wishes, TimeSpan sweepEvery, TimeProvider time, ILogger log) : BackgroundService
{
    protected TimeProvider Time { get; } = time;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(SweepsAsync(stoppingToken), ListenAsync(stoppingToken));

    /// <summary>Sees to it that the user's run comes.</summary>
    protected abstract Task FulfilAsync(Guid userId, CancellationToken stop);

    /// <summary>Looks for what waits without a trigger, such as after a restart or a wish that was missed.</summary>
    protected abstract Task SweepAsync(CancellationToken stop);

    private async Task ListenAsync(CancellationToken stop)
    {
        await foreach (var userId in wishes.Users.ReadAllAsync(stop))
        {
            try
            {
                await FulfilAsync(userId, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogMissed(log, userId, exception);                   // the sweep catches up
            }
        }
    }

    private async Task SweepsAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(sweepEvery, Time);
        do
        {
            try
            {
                await SweepAsync(stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNoSweep(log, exception);                          // the next one looks again
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    // which runs they are about says the logger's category
    [LoggerMessage(5, LogLevel.Error, "A run for user {UserId} could not be scheduled")]
    private static partial void LogMissed(ILogger log, Guid userId, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "What waits without a trigger could not be looked for")]
    private static partial void LogNoSweep(ILogger log, Exception exception);
}
