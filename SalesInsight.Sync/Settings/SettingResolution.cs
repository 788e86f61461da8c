namespace SalesInsight.Sync.Settings;

/// <summary>
/// From what was saved at the two levels to what is in force (design section 4). Pure: admin value if locked, else the
/// user's, else the admin's default, else the built-in; then the admin's bound.
/// </summary>
internal static class SettingResolution
{
    public static EffectiveValue<T> Resolve<T>(SettingKey<T> key, StoredSetting? team, StoredSetting? own)
        where T : notnull
    {
        var hasTeam = key.TryRead(team?.Text, out var teamValue);
        if (!hasTeam) (team, teamValue) = (null, key.BuiltIn);

        T? ownValue = default;
        var hasOwn = !key.IsAdminOnly && key.TryRead(own?.Text, out ownValue);
        var isLocked = team is { IsLocked: true };

        return (isLocked, hasOwn, hasTeam) switch
        {
            (true, _, _) when key.IsOwnChoiceOnly =>
                Effective(key.Narrow!(hasOwn ? ownValue! : key.BuiltIn, teamValue!), SettingOrigin.Locked, team),
            (true, _, _) => Effective(teamValue!, SettingOrigin.Locked, team),
            (false, true, _) => Effective(ownValue!, SettingOrigin.You, own),
            (false, false, true) when !key.IsOwnChoiceOnly => Effective(teamValue!, SettingOrigin.Team, team),
            _ => Effective(key.BuiltIn, SettingOrigin.BuiltIn, null),
        };

        EffectiveValue<T> Effective(T value, SettingOrigin origin, StoredSetting? source) =>
            new(key, value, origin, source?.SetBy, source?.SetAt, teamValue!, isLocked);
    }

    /// <summary>Applies the admin's bound: a value outside becomes the bound, and says who set it.</summary>
    public static EffectiveValue<T> Within<T>(EffectiveValue<T> value, EffectiveValue<T> bound) where T : notnull
    {
        var narrowed = value.Key.Narrow!(value.Value, bound.Value);
        if (EqualityComparer<T>.Default.Equals(narrowed, value.Value)) return value;
        return value with
        {
            Value = narrowed,
            Origin = SettingOrigin.Locked,
            SetBy = bound.SetBy,
            SetAt = bound.SetAt,
        };
    }
}
