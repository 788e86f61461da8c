using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// email_events: what happened to mails, one row per event, so that a report that is repeated counts once.
/// </summary>
internal sealed class EmailEventRow
{
    public Guid EventId { get; set; }

    public Guid EmailId { get; set; }

    public string Address { get; set; } = "";

    public EmailEventInput.Kind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<EmailEventRow>
    {
        public void Configure(EntityTypeBuilder<EmailEventRow> row)
        {
            row.ToTable("email_events");
            row.HasKey(r => r.EventId);
            row.Property(r => r.EventId).ValueGeneratedNever();
            row.Property(r => r.Address).HasMaxLength(EmailAddress.LengthMax);
            row.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
            row.HasOne<EmailRow>().WithMany().HasForeignKey(r => r.EmailId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(r => new { r.EmailId, r.Address, r.Kind });
        }
    }
}
