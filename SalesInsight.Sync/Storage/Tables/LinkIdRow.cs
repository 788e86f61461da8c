using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// link_ids: every record a task is or ever was linked to, so that a page of Salesforce rows finds its tasks by one
/// indexed question. Rows are only added: a re-created task keeps its deleted predecessors.
/// </summary>
internal sealed class LinkIdRow
{
    public Guid ConnectionId { get; set; }

    public string SalesforceId { get; set; } = "";

    public Guid TaskId { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<LinkIdRow>
    {
        public void Configure(EntityTypeBuilder<LinkIdRow> row)
        {
            row.ToTable("link_ids");
            row.HasKey(r => new { r.ConnectionId, r.SalesforceId, r.TaskId });
            row.Property(r => r.SalesforceId).HasMaxLength(18);
            row.HasIndex(r => r.TaskId);
            // an org reader's page asks for all connections at once
            row.HasIndex(r => r.SalesforceId);
        }
    }
}
