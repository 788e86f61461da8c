using System.Diagnostics.CodeAnalysis;

namespace SalesInsight.Sync.Settings;

/// <summary>How values of one kind are stored as text, and which of them are in range.</summary>
internal sealed class SettingText<T>(Func<T, string> write, SettingText<T>.Reader read, Func<T, bool> isInRange)
{
    public delegate bool Reader(string text, [MaybeNullWhen(false)] out T value);

    public string Write(T value) => write(value);

    public bool TryRead(string text, [MaybeNullWhen(false)] out T value) => read(text, out value) && isInRange(value);
}
