using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailLog;
using static SalesInsight.Sync.EmailLog.EmailReport;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>
/// One delivery run of one user: say of what a dead process left that its fate is open, hand over what is due, report
/// what went out to the e-mail log. A mail says Sending before anything leaves, so none goes out twice by itself: SMTP
/// cannot tell whether a mail arrived when the answer to it is lost, and only its user may risk a second one.
/// </summary>
internal sealed class DeliveryRun(IDeliveryStore store, MailSending sending, IEmailLog log, TimeProvider time)
{
    /// <returns>When to run again; null: nothing waits.</returns>
    public async Task<DateTimeOffset?> RunAsync(Guid userId, CancellationToken stop)
    {
        await store.CloseOpenAsync(userId, time.GetUtcNow() - DeliveryLimits.SendingMax, stop);
        var rateEnd = await DeliverAsync(userId, stop);
        await ReportAsync(userId, stop);
        await store.PurgeAsync(
            userId, time.GetUtcNow() - IOutgoingEmails.DeletedKept, DeliveryLimits.PurgesMax, stop);
        var due = await store.NextDueAsync(userId, stop);
        return due < rateEnd ? rateEnd : due;
    }

    /// <returns>Until when the channel takes no more; null: it does.</returns>
    private async Task<DateTimeOffset?> DeliverAsync(Guid userId, CancellationToken stop)
    {
        for (var count = 0; count < DeliveryLimits.MailsMax; count++)
        {
            var channel = await store.ReadChannelAsync(userId, stop);
            if (await RateEndAsync(userId, channel, stop) is { } end) return end;
            if (await store.ClaimAsync(userId, time.GetUtcNow(), stop) is not { } mail) return null;

            // From here on a stop must not keep what happened from being written down.
            var outcome = await TryAsync(mail, channel, stop);
            var delivered = Delivered.From(outcome, mail.Attempt, time.GetUtcNow());
            await store.SettleAsync(mail, delivered, CancellationToken.None);
            if (delivered.BlocksChannel)
                await store.HoldOthersAsync(userId, time.GetUtcNow(), delivered, CancellationToken.None);
            stop.ThrowIfCancellationRequested();
        }

        return null;
    }

    private async Task<SendOutcome> TryAsync(OutgoingMail mail, ChannelAccess channel, CancellationToken stop)
    {
        try
        {
            return await sending.SendAsync(mail, channel, stop);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.NotTaken(OutgoingEmail.Failure.Unreachable, null);
        }
    }

    private async Task<DateTimeOffset?> RateEndAsync(Guid userId, ChannelAccess channel, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var attempts = await store.ListAttemptsAsync(userId, now - DeliveryLimits.RateWindow, stop);
        return attempts.Length < channel.PerMinuteMax
            ? null
            : attempts[attempts.Length - channel.PerMinuteMax] + DeliveryLimits.RateWindow;
    }

    private async Task ReportAsync(Guid userId, CancellationToken stop)
    {
        var since = time.GetUtcNow() - DeliveryLimits.ReportAge;
        foreach (var sent in await store.ListUnreportedAsync(userId, since, DeliveryLimits.ReportsMax, stop))
        {
            var view = await log.ReportAsync(userId, sent.Report, stop) switch
            {
                Taken taken => taken.Email,
                Known known => known.Email,
                _ => null,
            };
            if (view is null) continue;
            foreach (var address in sent.Refused)
                await log.ReportAsync(
                    userId, view.Id, new() { Event = EmailEventInput.Kind.Bounced, Address = address }, stop);
            await store.PutReportedAsync(sent.OutgoingId, view.Id, stop);
        }
    }
}
