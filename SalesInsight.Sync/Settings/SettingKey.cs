namespace SalesInsight.Sync.Settings;

/// <summary>One setting; all of them are in <see cref="SettingKeys"/>.</summary>
public abstract class SettingKey
{
    private protected SettingKey(string name, bool isAdminOnly) => (Name, IsAdminOnly) = (name, isAdminOnly);

    /// <summary>The stored name and the resource key of its label, such as <c>task-sync</c>. Never changes.</summary>
    public string Name { get; }

    /// <summary>True: only the team level exists; a rep sees the value but has none of their own.</summary>
    public bool IsAdminOnly { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal abstract string BuiltInText { get; }

    /// <summary>True when the text reads as a value within the range of the key.</summary>
    internal abstract bool Accepts(string text);

    /// <summary>True when a user may choose this value under that lock.</summary>
    internal abstract bool IsWithinLock(string text, string lockedText);
}
