using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesInsight.Sync.Runs.Org;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Turns wishes into triggers, and at start gives every living connection its next run.</summary>
internal sealed partial class SyncScheduler(
    SyncControl control,
    ISyncStore store,
    IOrgReadings readings,
    SyncTriggers triggers,
    OrgReadTriggers readers,
    ILogger<SyncScheduler> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var reader in await readings.ListReadersAsync(stoppingToken))
            await readers.NowAsync(reader.Id, stoppingToken);
        foreach (var connection in await store.ListConnectionsAsync(stoppingToken))
            await triggers.NowAsync(connection.Id, stoppingToken);
        await foreach (var (userId, reason) in control.Wishes.ReadAllAsync(stoppingToken))
        {
            try
            {
                var standing = await store.ReadStandingAsync(userId, stoppingToken);
                if (standing is { ConnectionId: { } id, NeedsReconnect: false })
                {
                    if (reason is RunReason.ByHand or RunReason.Save) triggers.FollowUp(id);
                    await triggers.NowAsync(id, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogMissed(log, userId, exception);                   // the interval catches up
            }
        }
    }

    [LoggerMessage(2, LogLevel.Error, "A run asked for by user {UserId} could not be scheduled")]
    private static partial void LogMissed(ILogger log, Guid userId, Exception exception);
}
