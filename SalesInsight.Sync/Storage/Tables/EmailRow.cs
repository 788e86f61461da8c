using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// emails: mails reported to be logged, one per user and mail, for ever, since a repeated report is known by them. What
/// is only needed to log them goes when that is done.
/// </summary>
internal sealed class EmailRow
{
    public Guid EmailId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Hash of Message-ID and sender: the same for every colleague who reports the mail.</summary>
    public string MessageKey { get; set; } = "";

    public string MessageId { get; set; } = "";

    public string Sender { get; set; } = "";

    /// <summary>The user's own address in it: the sender's, or the receiver's of a reply.</summary>
    public string UserAddress { get; set; } = "";

    public string Subject { get; set; } = "";

    public DateTimeOffset SentAt { get; set; }

    public DateTimeOffset ReportedAt { get; set; }

    public bool IsReply { get; set; }

    /// <summary>JSON of <see cref="Envelope"/>.</summary>
    public string Addressed { get; set; } = "";

    /// <summary>Null once nothing is left to log.</summary>
    public string? Body { get; set; }

    public int BodyLength { get; set; }

    /// <summary>Put away by its user; the mail is logged all the same.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>Out of its user's lists; the row stays, since a repeated report is known by it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public static EmailRow From(
        Guid emailId, Guid userId, string messageKey, EmailMessage mail, EmailAddress user, DateTimeOffset now) => new()
    {
        EmailId = emailId,
        UserId = userId,
        MessageKey = messageKey,
        MessageId = mail.MessageId,
        Sender = mail.From.Key,
        UserAddress = user.Key,
        Subject = mail.Subject,
        SentAt = mail.SentAt,
        ReportedAt = now,
        IsReply = mail.IsReply,
        Addressed = StoredJson.Write(new Envelope(
            [.. mail.To.Select(a => a.Key)], [.. mail.Cc.Select(a => a.Key)], [.. mail.Attachments])),
        Body = mail.Body,
        BodyLength = mail.BodyLength,
    };

    public EmailMessage ToMessage()
    {
        var envelope = StoredJson.Read<Envelope>(Addressed);
        return new EmailMessage(
            MessageId, Read(Sender), [.. envelope.To.Select(Read)], [.. envelope.Cc.Select(Read)], Subject,
            Body ?? "", BodyLength, SentAt, IsReply, [.. envelope.Attachments]);
    }

    /// <summary>What was stored was an address when it was stored.</summary>
    public static EmailAddress Read(string key) =>
        EmailAddress.Parse(key) ?? throw new InvalidOperationException("A stored address cannot be read");

    /// <summary>Whom it was sent to and what was attached.</summary>
    internal sealed record Envelope(
        IReadOnlyList<string> To, IReadOnlyList<string> Cc, IReadOnlyList<EmailInput.Attachment> Attachments);

    internal sealed class Table : IEntityTypeConfiguration<EmailRow>
    {
        public void Configure(EntityTypeBuilder<EmailRow> row)
        {
            row.ToTable("emails");
            row.HasKey(r => r.EmailId);
            row.Property(r => r.EmailId).ValueGeneratedNever();
            row.Property(r => r.MessageKey).HasMaxLength(64);
            row.Property(r => r.MessageId).HasMaxLength(EmailReading.MessageIdLengthMax);
            row.Property(r => r.Sender).HasMaxLength(EmailAddress.LengthMax);
            row.Property(r => r.UserAddress).HasMaxLength(EmailAddress.LengthMax);
            row.Property(r => r.Subject).HasMaxLength(EmailReading.SubjectLengthMax);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.UserId, r.ReportedAt });
        }
    }
}
