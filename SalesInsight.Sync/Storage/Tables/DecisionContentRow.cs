using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// decision_contents: what people wrote, out of the ledger's way, so that it can be erased after 90 days, or when
/// somebody asks, while the skeleton stays.
/// </summary>
internal sealed class DecisionContentRow
{
    public long Number { get; set; }

    /// <summary>JSON of <see cref="Ledger.DecisionContent"/>.</summary>
    public string Body { get; set; } = "";

    public DateTimeOffset At { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DecisionContentRow>
    {
        public void Configure(EntityTypeBuilder<DecisionContentRow> row)
        {
            row.ToTable("decision_contents");
            row.HasKey(r => r.Number);
            row.Property(r => r.Number).ValueGeneratedNever();
            row.HasIndex(r => r.At);
        }
    }
}
