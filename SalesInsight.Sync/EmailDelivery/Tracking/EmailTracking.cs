using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>Turns marks that come back into events of their mail, by the way any other program reports them.</summary>
internal sealed partial class EmailTracking(
    TrackingMarks marks,
    TrackingAddress address,
    IEmailLog log,
    ISettingsStore settings,
    TimeProvider time,
    ILogger<EmailTracking> logger) : IEmailTracking
{
    public bool IsAvailable => address.Base is not null;

    public Uri? TargetOf(string mark) => (marks.Read(mark) as TrackingMark.Link)?.Target;

    public async Task CountAsync(string mark, Guid? viewerId, CancellationToken stop)
    {
        if (marks.Read(mark) is not { } read || read.UserId == viewerId) return;
        try
        {
            if (await TrackingBody.IsOnAsync(settings, read.UserId, stop)) await CountAsync(read, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // the reader of the mail is shown its picture, or led on, all the same
            LogNotCounted(logger, read.EmailId, failure.GetType().Name);
        }
    }

    /// <summary>
    /// A mail has one text for all it is sent to, so whoever opens it counts for each of them: the number is the
    /// mail's. The sender's own address is not somebody it was sent to.
    /// </summary>
    private async Task CountAsync(TrackingMark mark, CancellationToken stop)
    {
        if (await log.FindAsync(mark.UserId, mark.EmailId, stop) is not { } mail) return;
        var now = time.GetUtcNow();
        foreach (var recipient in mail.Recipients.Where(r => r.Address != mail.From))
            await log.ReportAsync(
                mark.UserId,
                mark.EmailId,
                new EmailEventInput
                {
                    Event = mark is TrackingMark.Link ? EmailEventInput.Kind.Clicked : EmailEventInput.Kind.Opened,
                    Address = recipient.Address,
                    At = now,
                    Id = Key(mark, now),
                },
                stop);
    }

    /// <summary>Mail programs fetch a picture more than once while they show it: one minute is one open.</summary>
    private static string Key(TrackingMark mark, DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        return mark is TrackingMark.Link { Target: var target }
            ? string.Create(CultureInfo.InvariantCulture, $"click-{Hash(target)}-{minute}")
            : string.Create(CultureInfo.InvariantCulture, $"open-{minute}");
    }

    private static string Hash(Uri target) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target.AbsoluteUri)).AsSpan(0, 8));

    [LoggerMessage(7, LogLevel.Warning, "An event of mail {EmailId} was not counted: {Kind}")]
    private static partial void LogNotCounted(ILogger logger, Guid emailId, string kind);
}
