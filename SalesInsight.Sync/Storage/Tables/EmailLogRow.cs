using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// email_logs: the records mails stand as in Salesforce. Its key is derived from organization, mail and person, so the
/// database itself keeps a mail from being logged twice to one person. A row that is not done after a crash means: look
/// in Salesforce before sending anything.
/// </summary>
internal sealed class EmailLogRow
{
    public Guid LogId { get; set; }

    public Guid EmailId { get; set; }

    public string Address { get; set; } = "";

    public Guid ConnectionId { get; set; }

    public LogEntry.Entity Kind { get; set; }

    public string? PersonId { get; set; }

    public string? OpportunityId { get; set; }

    public string Subject { get; set; } = "";

    public DateOnly Date { get; set; }

    public bool IsDone { get; set; }

    public string? SalesforceId { get; set; }

    public DateTimeOffset At { get; set; }

    public bool DuplicateSeen { get; set; }

    /// <summary>Set with <see cref="IsDone"/>, so that a crash between logging and rolling up is made good.</summary>
    public bool RollUpDue { get; set; }

    /// <summary>The version of the marks the record shows.</summary>
    public long MarkedVersion { get; set; }

    public static EmailLogRow From(LogEntry entry)
    {
        var row = new EmailLogRow { LogId = entry.Id };
        row.Write(entry);
        return row;
    }

    public void Write(LogEntry entry)
    {
        (EmailId, Address, ConnectionId) = (entry.EmailId, entry.Address, entry.ConnectionId);
        (Kind, PersonId, OpportunityId) = (entry.Kind, entry.PersonId, entry.OpportunityId);
        (Subject, Date) = (entry.Subject, entry.Date);
        (IsDone, SalesforceId, At, DuplicateSeen) = (entry.IsDone, entry.SalesforceId, entry.At, entry.DuplicateSeen);
        RollUpDue = entry.RollUpDue;
    }

    public LogEntry ToEntry() => new(
        LogId, EmailId, Address, ConnectionId, Kind, PersonId, OpportunityId, Subject, Date, IsDone, SalesforceId, At,
        DuplicateSeen, RollUpDue);

    internal sealed class Table : IEntityTypeConfiguration<EmailLogRow>
    {
        public void Configure(EntityTypeBuilder<EmailLogRow> row)
        {
            row.ToTable("email_logs");
            row.HasKey(r => r.LogId);
            row.Property(r => r.LogId).ValueGeneratedNever();
            row.Property(r => r.Address).HasMaxLength(EmailAddress.LengthMax);
            row.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
            row.Property(r => r.PersonId).HasMaxLength(18);
            row.Property(r => r.OpportunityId).HasMaxLength(18);
            row.Property(r => r.Subject).HasMaxLength(TaskContent.SubjectLengthMax);
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            row.HasOne<EmailRow>().WithMany().HasForeignKey(r => r.EmailId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => new { r.ConnectionId, r.IsDone });
            row.HasIndex(r => new { r.ConnectionId, r.RollUpDue });
            row.HasIndex(r => new { r.ConnectionId, r.SalesforceId });
            row.HasIndex(r => new { r.EmailId, r.Address });
        }
    }
}
