using Microsoft.Extensions.Logging;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>
/// Logging runs; a sweep finds such mails as were reported while their user was not connected. What is not kept for
/// ever goes on the way.
/// </summary>
internal sealed class EmailScheduler(
    EmailWishes wishes,
    EmailTriggers triggers,
    ISyncStore connections,
    IEmailStore store,
    TimeProvider time,
    ILogger<EmailScheduler> log) : UserRunScheduler(wishes, SweepEvery, time, log)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    protected override async Task FulfilAsync(Guid userId, CancellationToken stop)
    {
        var standing = await connections.ReadStandingAsync(userId, stop);
        if (standing is { ConnectionId: { } id, NeedsReconnect: false }) await triggers.NowAsync(id, stop);
    }

    protected override async Task SweepAsync(CancellationToken stop)
    {
        var now = Time.GetUtcNow();
        foreach (var connectionId in await store.ListDueConnectionsAsync(now, stop))
            await triggers.NowAsync(connectionId, stop);
        await store.PurgeAsync(now - LogLimits.TextAge, now - LogLimits.DeletedAge, stop);
    }
}
