using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// setting_values: what is chosen now, one row per level and key. Text, because the key knows the type; a value this
/// version cannot read counts as not set, so that going back a version does not break.
/// </summary>
internal sealed class SettingValueRow
{
    /// <summary>The owner of the team's values: a NULL would not be unique in an index.</summary>
    public static readonly Guid Team = Guid.Empty;

    public Guid OwnerId { get; set; }

    public string Key { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>Only ever true on the team's rows.</summary>
    public bool IsLocked { get; set; }

    public Guid SetById { get; set; }

    public DateTimeOffset SetAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SettingValueRow>
    {
        public void Configure(EntityTypeBuilder<SettingValueRow> row)
        {
            row.ToTable("setting_values");
            row.HasKey(r => new { r.OwnerId, r.Key });
            row.Property(r => r.Key).HasMaxLength(64);
        }
    }
}
