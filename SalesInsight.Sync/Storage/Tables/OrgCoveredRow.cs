using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// org_covered: connections the last reading of their organization kept rows for. One whose sync was off when it began
/// finds nothing there, which must not look like nothing new.
/// </summary>
internal sealed class OrgCoveredRow
{
    public Guid ConnectionId { get; set; }

    public string OrganizationId { get; set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<OrgCoveredRow>
    {
        public void Configure(EntityTypeBuilder<OrgCoveredRow> row)
        {
            row.ToTable("org_covered");
            row.HasKey(r => r.ConnectionId);
            row.Property(r => r.ConnectionId).ValueGeneratedNever();
            row.Property(r => r.OrganizationId).HasMaxLength(18);
            row.HasIndex(r => r.OrganizationId);
        }
    }
}
