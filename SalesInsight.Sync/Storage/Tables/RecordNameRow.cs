using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// record_names: a cache, safe to empty. Names of the people and records that tasks point to, per connection, because a
/// name is shown only to those whose own token was allowed to read it.
/// </summary>
internal sealed class RecordNameRow
{
    public Guid ConnectionId { get; set; }

    public string RecordId { get; set; } = "";

    public string ObjectType { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Company { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RecordNameRow>
    {
        public void Configure(EntityTypeBuilder<RecordNameRow> row)
        {
            row.ToTable("record_names");
            row.HasKey(r => new { r.ConnectionId, r.RecordId });
            row.Property(r => r.RecordId).HasMaxLength(18);
            row.Property(r => r.ObjectType).HasMaxLength(80);
        }
    }
}
