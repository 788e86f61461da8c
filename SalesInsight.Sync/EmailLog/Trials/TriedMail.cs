using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Trials;

/// <summary>A mail as the logging would take it: the user's own, or an answer to them. Pure.</summary>
internal sealed record TriedMail(EmailMessage Message, MailTraits Traits, ImmutableArray<EmailAddress> Addresses)
{
    /// <summary>A draft that was saved as a file has no id yet; .invalid belongs to nobody (RFC 2606).</summary>
    private const string NoMessageId = "<trial@salesinsight.invalid>";

    public static EmailInput Complete(EmailInput mail, EmailAddress own) => mail with
    {
        MessageId = string.IsNullOrWhiteSpace(mail.MessageId) ? NoMessageId : mail.MessageId,
        From = string.IsNullOrWhiteSpace(mail.From) ? own.Key : mail.From,
    };

    /// <summary>Null for a mail that is neither.</summary>
    public static TriedMail? Of(EmailMessage mail, EmailAddress own)
    {
        if (mail.From == own)
            return new(mail, new MailTraits(own, mail.IsReply), [.. mail.To, .. mail.Cc]);
        return mail.IsReply && (mail.To.Contains(own) || mail.Cc.Contains(own))
            ? new(mail, new MailTraits(own, IsReply: true), [mail.From])
            : null;
    }
}
