namespace SalesInsight.Sync.Settings;

/// <summary>One recorded change of one setting.</summary>
/// <param name="Number">Order of all changes, growing; the newest that may concern a user is their version.</param>
/// <param name="Key">The setting.</param>
/// <param name="Level"><see cref="SettingOrigin.Team"/> or <see cref="SettingOrigin.You"/>.</param>
/// <param name="From">The text of the value before; null: none at this level.</param>
/// <param name="To">The text of the value after; null: none at this level.</param>
/// <param name="WasLocked">The lock before.</param>
/// <param name="IsLocked">The lock after.</param>
/// <param name="ChangedBy">Display name of who changed it.</param>
/// <param name="ChangedAt">When, UTC.</param>
public sealed record SettingChange(
    long Number,
    SettingKey Key,
    SettingOrigin Level,
    string? From,
    string? To,
    bool WasLocked,
    bool IsLocked,
    string ChangedBy,
    DateTimeOffset ChangedAt);
