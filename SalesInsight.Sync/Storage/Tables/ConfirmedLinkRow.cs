using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// confirmed_links: pairs of existing tasks whose user agreed in the plan that they are one. A person's word, so it is
/// kept until a run has acted on it.
/// </summary>
internal sealed class ConfirmedLinkRow : TaskKeyedRow
{
    public Guid ConnectionId { get; set; }

    public string SalesforceId { get; set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<ConfirmedLinkRow>
    {
        public void Configure(EntityTypeBuilder<ConfirmedLinkRow> row)
        {
            row.ToTable("confirmed_links");
            row.HasKey(r => new { r.ConnectionId, r.TaskId });
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            row.HasOne<ReminderTaskRow>().WithMany().HasForeignKey(r => r.TaskId);
        }
    }
}
