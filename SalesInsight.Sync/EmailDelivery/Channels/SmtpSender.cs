using System.Net;
using System.Net.Mail;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// Over SMTP. Encryption (STARTTLS) is demanded of every server but those an operator excepted: a password and a mail
/// do not travel in the open because somebody in between left the word out.
/// </summary>
internal sealed class SmtpSender(SmtpHosts hosts, MailServerTrust trust, TimeProvider time) : IMailSender
{
    /// <summary>For connecting, signing in and handing over one mail of the largest size.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    public async Task<SendOutcome> SendAsync(
        WrittenMail mail, string name, ChannelAccess channel, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!hosts.Allows(channel.Host, channel.Port))
            return new SendOutcome.NotTaken(OutgoingEmail.Failure.NotSecure, null);
        trust.Use();
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var client = new SmtpClient(channel.Host, channel.Port)
        {
            EnableSsl = !hosts.MayBePlain(channel.Host),
            DeliveryFormat = SmtpDeliveryFormat.International,
            UseDefaultCredentials = false,
        };
        if (channel.UserName.Length > 0)
            client.Credentials = new NetworkCredential(channel.UserName, channel.Password);
        try
        {
            await client.SendMailAsync(mail.Message, ends.Token);
            return SendOutcome.Taken.Whole;
        }
        catch (Exception exception) when (exception is SmtpException or OperationCanceledException
            or IOException or InvalidOperationException or FormatException)
        {
            return SmtpFailures.Classify(exception, mail.RecipientCount, mail.HasBegun);
        }
    }
}
