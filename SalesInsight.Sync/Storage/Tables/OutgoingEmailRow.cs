using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// outgoing_emails: mails written here, from the draft to what became of them. A row that says Sending after a crash
/// means: nobody knows whether it arrived.
/// </summary>
internal sealed class OutgoingEmailRow
{
    public Guid OutgoingId { get; set; }

    public Guid UserId { get; set; }

    public long Version { get; set; }

    public OutgoingEmail.State State { get; set; }

    /// <summary>JSON: texts as typed.</summary>
    public string To { get; set; } = "[]";

    /// <summary>JSON: texts as typed.</summary>
    public string Cc { get; set; } = "[]";

    public string Subject { get; set; } = "";

    public string Html { get; set; } = "";

    /// <summary>To and Cc as plain text, to be searched.</summary>
    public string Recipients { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? ScheduledAt { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was handed over last; the channel's rate is counted by it.</summary>
    public DateTimeOffset? AttemptedAt { get; set; }

    public int Attempts { get; set; }

    public OutgoingEmail.Failure? Problem { get; set; }

    public string? Answer { get; set; }

    /// <summary>JSON: addresses the server refused while it took the mail for the others; the next try is for them
    /// alone.</summary>
    public string Refused { get; set; } = "[]";

    /// <summary>The envelope-only copy it went out with.</summary>
    public string? BccAddress { get; set; }

    /// <summary>
    /// What the e-mail log knows it by once it is reported, written down with the first try: at no moment is one mail
    /// two in a list. Null: never tried.
    /// </summary>
    public Guid? EmailId { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public OutgoingDraft ToDraft() => new()
    {
        To = StoredJson.Read<string[]>(To), Cc = StoredJson.Read<string[]>(Cc), Subject = Subject, Html = Html,
    };

    public void Write(OutgoingDraft draft)
    {
        (To, Cc) = (StoredJson.Write(draft.To), StoredJson.Write(draft.Cc));
        (Subject, Html) = (draft.Subject, draft.Html);
        Recipients = string.Join(", ", draft.To.Concat(draft.Cc));
    }

    /// <summary>As if it had never been tried; what was refused and how often belong to the try before.</summary>
    public void ForgetTries()
    {
        (ScheduledAt, RetryAt, Problem, Answer, Attempts) = (null, null, null, null, 0);
    }

    internal sealed class Table : IEntityTypeConfiguration<OutgoingEmailRow>
    {
        public void Configure(EntityTypeBuilder<OutgoingEmailRow> row)
        {
            row.ToTable("outgoing_emails");
            row.HasKey(r => r.OutgoingId);
            row.Property(r => r.OutgoingId).ValueGeneratedNever();
            row.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Subject).HasMaxLength(OutgoingLimits.SubjectLengthMax);
            row.Property(r => r.Problem).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.Answer).HasMaxLength(OutgoingLimits.AnswerLengthMax);
            row.Property(r => r.BccAddress).HasMaxLength(EmailAddress.LengthMax);
            row.HasOne<AppUser>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(r => new { r.UserId, r.State, r.ChangedAt });
            row.HasIndex(r => new { r.UserId, r.AttemptedAt });
            row.HasIndex(r => r.EmailId);
        }
    }
}
