using System.Diagnostics;
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
        await foreach (var wish in control.Wishes.ReadAllAsync(stoppingToken))
        {
            try
            {
                await FulfilAsync(wish, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogMissed(log, wish, exception);                     // the interval catches up
            }
        }
    }

    private async Task FulfilAsync(SyncControl.Wish wish, CancellationToken stop)
    {
        switch (wish)
        {
            case SyncControl.Wish.Reading(var readerId):
                await readers.NowAsync(readerId, stop);
                break;
            case SyncControl.Wish.Run(var userId, var reason):
                if (await store.ReadStandingAsync(userId, stop) is not { ConnectionId: { } id, NeedsReconnect: false })
                    return;
                if (reason is RunReason.ByHand or RunReason.Save) triggers.FollowUp(id);
                await triggers.NowAsync(id, stop);
                break;
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(2, LogLevel.Error, "{Wish} could not be scheduled")]
    private static partial void LogMissed(ILogger log, SyncControl.Wish wish, Exception exception);
}
