namespace SalesInsight.Sync.Settings;

/// <summary>What is in force for one setting, and who decided.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Value">What runs and screens use.</param>
/// <param name="Origin">The level <paramref name="Value"/> comes from.</param>
/// <param name="SetBy">Display name of who set that level; null for a built-in default.</param>
/// <param name="SetAt">When, UTC; null for a built-in default.</param>
/// <param name="TeamValue">The admin's default, or the built-in one: what the team page shows and edits.</param>
/// <param name="IsLocked">True when an admin locked it.</param>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record EffectiveValue<T>(
    SettingKey<T> Key,
    T Value,
    SettingOrigin Origin,
    string? SetBy,
    DateTimeOffset? SetAt,
    T TeamValue,
    bool IsLocked)
    where T : notnull
{
    /// <summary>
    /// True when the user may choose this value. Under a lock only the locked value itself is left; for task sync all
    /// that does not go beyond it, off included.
    /// </summary>
    /// <param name="value">The value to choose.</param>
    public bool Allows(T value) => !Key.IsAdminOnly && (!IsLocked || Key.IsWithinLock(value, TeamValue));
}
