using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesInsight.Sync.Storage.Tables;

/// <summary>
/// setting_changes: every change ever saved, append-only. Its number is also the settings version: the newest change of
/// a user or of the team is what a run compares before every batch.
/// </summary>
internal sealed class SettingChangeRow
{
    public long Number { get; set; }

    public Guid OwnerId { get; set; }

    public string Key { get; set; } = "";

    public string? From { get; set; }

    public string? To { get; set; }

    public bool WasLocked { get; set; }

    public bool IsLocked { get; set; }

    public Guid ChangedById { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SettingChangeRow>
    {
        public void Configure(EntityTypeBuilder<SettingChangeRow> row)
        {
            row.ToTable("setting_changes");
            row.HasKey(r => r.Number);
            row.Property(r => r.Key).HasMaxLength(64);
            row.HasIndex(r => new { r.OwnerId, r.Number });
        }
    }
}
