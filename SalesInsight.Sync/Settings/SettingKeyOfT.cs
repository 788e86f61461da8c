using System.Diagnostics.CodeAnalysis;

namespace SalesInsight.Sync.Settings;

/// <summary>A setting with the type of its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class SettingKey<T> : SettingKey where T : notnull
{
    internal SettingKey(string name, T builtIn, SettingText<T> text, bool isAdminOnly = false)
        : base(name, isAdminOnly) => (BuiltIn, Text) = (builtIn, text);

    /// <summary>The value while nobody chose one.</summary>
    public T BuiltIn { get; }

    internal SettingText<T> Text { get; }

    /// <summary>True for a value that may be saved at all; who may save it is another question.</summary>
    /// <param name="value">The value to choose.</param>
    public bool IsInRange(T value) => Accepts(Text.Write(value));

    /// <summary>
    /// True: the team value only proposes, and a lock is a ceiling instead of a value. So it is with task sync, which
    /// only the rep's own Save may turn on (design section 4).
    /// </summary>
    internal bool IsOwnChoiceOnly { get; init; }

    /// <summary>The admin's bound for this setting, if there is one; see <see cref="Narrow"/>.</summary>
    internal SettingKey<T>? Bound { get; init; }

    /// <summary>Brings a value within a bound or a ceiling; a value already within comes back as it is.</summary>
    internal Func<T, T, T>? Narrow { get; init; }

    internal override string BuiltInText => Text.Write(BuiltIn);

    internal bool TryRead(string? text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return text is not null && Text.TryRead(text, out value);
    }

    internal override bool Accepts(string text) => Text.TryRead(text, out _);

    internal override bool IsWithinLock(string text, string lockedText) =>
        TryRead(text, out var value) && TryRead(lockedText, out var locked) && IsWithinLock(value, locked);

    internal bool IsWithinLock(T value, T locked) =>
        EqualityComparer<T>.Default.Equals(value, IsOwnChoiceOnly ? Narrow!(value, locked) : locked);
}
