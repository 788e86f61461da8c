using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>One mail: bounded, addresses read, the body plain text. Made by <see cref="EmailReading"/> only.</summary>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="To">Each address once; an address is in <paramref name="To"/> or <paramref name="Cc"/>.</param>
/// <param name="Subject">One line; may be empty.</param>
/// <param name="Body">Plain text, at most <see cref="EmailReading.BodyLengthMax"/> characters.</param>
/// <param name="BodyLength">Characters the body had before it was cut.</param>
/// <param name="IsReply">It answers another mail.</param>
internal sealed record EmailMessage(
    string MessageId,
    EmailAddress From,
    ImmutableArray<EmailAddress> To,
    ImmutableArray<EmailAddress> Cc,
    string Subject,
    string Body,
    int BodyLength,
    DateTimeOffset SentAt,
    bool IsReply,
    ImmutableArray<EmailInput.Attachment> Attachments);
