using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>The bounds of a delivery run, each with its reason.</summary>
internal static class DeliveryLimits
{
    /// <summary>Mails handed over by one run; more are left to the next, which follows at once.</summary>
    public const int MailsMax = 50;

    /// <summary>Mails reported to the e-mail log by one run.</summary>
    public const int ReportsMax = 200;

    /// <summary>Mails purged by one run.</summary>
    public const int PurgesMax = 200;

    /// <summary>A mail that could not be reported this long after it was sent never will be.</summary>
    public static readonly TimeSpan ReportAge = TimeSpan.FromDays(2);

    /// <summary>
    /// Waits between tries, a little under a day in all: what a server cannot take until then needs a person.
    /// </summary>
    public static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8),
    ];

    /// <summary>
    /// A mail that has been Sending for longer than any try may take belongs to a process that is gone.
    /// </summary>
    public static readonly TimeSpan SendingMax = SmtpSender.TimeLimit + TimeSpan.FromSeconds(30);

    /// <summary>The rate of a channel is counted over so long.</summary>
    public static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);
}
