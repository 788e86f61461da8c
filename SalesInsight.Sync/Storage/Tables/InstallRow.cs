using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// install: one row, written once. The id is the first half of every external id in Salesforce, so that two installs
/// which sync the same org never take each other's tasks for their own.
/// </summary>
internal sealed class InstallRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public Guid InstallId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<InstallRow>
    {
        public void Configure(EntityTypeBuilder<InstallRow> row)
        {
            row.ToTable("install");
            row.Property(r => r.Id).ValueGeneratedNever();
        }
    }
}
