using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// look_again: records without a task here that could not be decided yet. Remembered by id, so that the cursor may move
/// past them.
/// </summary>
internal sealed class LookAgainRow
{
    public Guid ConnectionId { get; set; }

    public string SalesforceId { get; set; } = "";

    internal sealed class Table : IEntityTypeConfiguration<LookAgainRow>
    {
        public void Configure(EntityTypeBuilder<LookAgainRow> row)
        {
            row.ToTable("look_again");
            row.HasKey(r => new { r.ConnectionId, r.SalesforceId });
            row.Property(r => r.SalesforceId).HasMaxLength(18);
        }
    }
}
