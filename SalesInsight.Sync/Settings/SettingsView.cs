namespace SalesInsight.Sync.Settings;

/// <summary>All settings of one user (or of the team) at one moment. Immutable; threads may share it.</summary>
public sealed class SettingsView
{
    private readonly IReadOnlyDictionary<string, StoredSetting> _team;
    private readonly IReadOnlyDictionary<string, StoredSetting> _own;

    internal SettingsView(
        long version,
        IReadOnlyDictionary<string, StoredSetting> team,
        IReadOnlyDictionary<string, StoredSetting> own) => (Version, _team, _own) = (version, team, own);

    /// <summary>Grows with every change that may concern the user; a run compares it before every batch.</summary>
    public long Version { get; }

    /// <summary>In force for one setting. The team page edits <see cref="EffectiveValue{T}.TeamValue"/>.</summary>
    /// <param name="key">One of <see cref="SettingKeys"/>.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public EffectiveValue<T> Of<T>(SettingKey<T> key) where T : notnull
    {
        var value = SettingResolution.Resolve(key, Stored(_team, key), Stored(_own, key));
        return key.Bound is { } bound ? SettingResolution.Within(value, Of(bound)) : value;
    }

    /// <summary>As it will be once the user's own Save of this edit has gone through.</summary>
    /// <param name="edit">Values, not saved yet; what may not be saved changes nothing.</param>
    public SettingsView With(SettingsEdit edit)
    {
        var own = new Dictionary<string, StoredSetting>(_own);
        foreach (var (key, entry) in edit.Entries.Where(e => e.Value.ChangesText))
            if (entry.Text is { } text) own[key.Name] = new StoredSetting(text, IsLocked: false, "", default);
            else own.Remove(key.Name);
        return new SettingsView(Version, _team, own);
    }

    private static StoredSetting? Stored(IReadOnlyDictionary<string, StoredSetting> level, SettingKey key) =>
        level.TryGetValue(key.Name, out var stored) ? stored : null;
}
