using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>org_readings: how far each organization with an org reader was read, one row per organization.</summary>
internal sealed class OrgReadingRow
{
    public string OrganizationId { get; set; } = "";

    public Guid ReaderId { get; set; }

    public DateTimeOffset From { get; set; }

    public DateTimeOffset Upper { get; set; }

    public long ClockOffsetTicks { get; set; }

    /// <summary>Separated by spaces.</summary>
    public string Columns { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset GoodUntil { get; set; }

    public static OrgReadingRow Of(OrgReading reading) => new()
    {
        OrganizationId = reading.OrganizationId,
        ReaderId = reading.ReaderId,
        From = reading.From,
        Upper = reading.Upper,
        ClockOffsetTicks = reading.ClockOffset.Ticks,
        Columns = string.Join(' ', reading.Columns),
        At = reading.At,
        GoodUntil = reading.GoodUntil,
    };

    public OrgReading ToReading() => new(
        OrganizationId,
        ReaderId,
        From,
        Upper,
        TimeSpan.FromTicks(ClockOffsetTicks),
        [.. Columns.Split(' ')],
        At,
        GoodUntil);

    internal sealed class Table : IEntityTypeConfiguration<OrgReadingRow>
    {
        public void Configure(EntityTypeBuilder<OrgReadingRow> row)
        {
            row.ToTable("org_readings");
            row.HasKey(r => r.OrganizationId);
            row.Property(r => r.OrganizationId).HasMaxLength(18);
        }
    }
}
