using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// email_recipients: where each mail stands for each of its addresses, with exactly one reason; and what happened there
/// since it was sent.
/// </summary>
internal sealed class EmailRecipientRow
{
    public Guid EmailId { get; set; }

    public string Address { get; set; } = "";

    /// <summary>The mail's user, again: runs ask for what is due by it.</summary>
    public Guid UserId { get; set; }

    /// <summary>As it stood before the address; a lead made of it is called so.</summary>
    public string? Name { get; set; }

    public EmailState State { get; set; }

    public EmailReason Reason { get; set; }

    public EmailReason? Decided { get; set; }

    /// <summary>The lead or contact its user chose, because the rule found nobody; null: nobody was chosen.</summary>
    public string? ChosenPersonId { get; set; }

    public FaultCode? Fault { get; set; }

    public string? ErrorCode { get; set; }

    /// <summary>The org's own text, such as an admin's validation message.</summary>
    public string? Message { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset SettledAt { get; set; }

    public int Viewed { get; set; }

    public int Clicked { get; set; }

    public DateTimeOffset? RepliedAt { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }

    /// <summary>Grows with every event; an entry whose version differs has a record that shows older marks.</summary>
    public long MarksVersion { get; set; }

    /// <summary>Due at once, as if it had never been tried.</summary>
    public void Wake()
    {
        (State, Reason, Attempts) = (EmailState.Waiting, EmailReason.Waiting, 0);
        (Fault, ErrorCode, Message, RetryAt) = (null, null, null, null);
    }

    internal sealed class Table : IEntityTypeConfiguration<EmailRecipientRow>
    {
        public void Configure(EntityTypeBuilder<EmailRecipientRow> row)
        {
            row.ToTable("email_recipients");
            row.HasKey(r => new { r.EmailId, r.Address });
            row.Property(r => r.Address).HasMaxLength(EmailAddress.LengthMax);
            row.Property(r => r.Name).HasMaxLength(EmailAddress.TextLengthMax);
            row.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.Reason).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.Decided).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.Fault).HasConversion<string>().HasMaxLength(40);
            row.Property(r => r.ChosenPersonId).HasMaxLength(18);
            row.Property(r => r.ErrorCode).HasMaxLength(120);
            row.HasOne<EmailRow>().WithMany().HasForeignKey(r => r.EmailId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => new { r.UserId, r.State, r.RetryAt });
        }
    }
}
