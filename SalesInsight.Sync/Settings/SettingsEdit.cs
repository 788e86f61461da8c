namespace SalesInsight.Sync.Settings;

/// <summary>The changes of one Save, collected by key; all of them are saved or none.</summary>
public sealed class SettingsEdit
{
    private readonly Dictionary<SettingKey, Entry> _entries = [];

    internal IReadOnlyDictionary<SettingKey, Entry> Entries => _entries;

    /// <summary>True when there is nothing to save.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Chooses a value at the level being saved.</summary>
    /// <param name="key">One of <see cref="SettingKeys"/>.</param>
    /// <param name="value">The value; out of range is refused at Save.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public SettingsEdit Set<T>(SettingKey<T> key, T value) where T : notnull =>
        Put(key, Of(key) with { Text = key.Text.Write(value), ChangesText = true });

    /// <summary>Takes the value of this level back: the level below shows through. Removes a lock too.</summary>
    /// <param name="key">One of <see cref="SettingKeys"/>.</param>
    public SettingsEdit Reset(SettingKey key) =>
        Put(key, new Entry(Text: null, ChangesText: true, IsLocked: false));

    /// <summary>Team level only: fixes the team's value for everybody, or lets go.</summary>
    /// <param name="key">One of <see cref="SettingKeys"/>.</param>
    /// <param name="isLocked">True fixes it.</param>
    public SettingsEdit Lock(SettingKey key, bool isLocked = true) => Put(key, Of(key) with { IsLocked = isLocked });

    /// <summary>True when both would save the same.</summary>
    /// <param name="other">Another edit of the same level.</param>
    public bool SavesAs(SettingsEdit other) =>
        _entries.Count == other._entries.Count
        && _entries.All(e => other._entries.TryGetValue(e.Key, out var theirs) && theirs == e.Value);

    private Entry Of(SettingKey key) => _entries.TryGetValue(key, out var entry) ? entry : new Entry(null, false, null);

    private SettingsEdit Put(SettingKey key, Entry entry)
    {
        _entries[key] = entry;
        return this;
    }

    /// <summary>What is to happen to one key; null for IsLocked leaves the lock as it is.</summary>
    internal sealed record Entry(string? Text, bool ChangesText, bool? IsLocked)
    {
        /// <summary>What stands afterwards. Locking a key without a team value fixes the built-in one.</summary>
        public (string? Text, bool IsLocked) AppliedTo(SettingKey key, string? text, bool isLocked)
        {
            var locks = IsLocked ?? isLocked;
            var next = ChangesText ? Text : text;
            if (locks) next ??= key.BuiltInText;
            return (next, locks);
        }
    }
}
