using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SalesInsight.Sync.Settings;

/// <summary>The kinds of setting values: names of choices, whole numbers, seconds, free text. Culture-free.</summary>
internal static class SettingTexts
{
    public static readonly SettingText<bool> YesNo = new(v => v ? "yes" : "no", ReadYesNo, _ => true);

    public static SettingText<T> Choice<T>() where T : struct, Enum =>
        new(v => v.ToString(), ReadChoice, Enum.IsDefined);

    public static SettingText<int> Whole(int min, int max) => new(
        v => v.ToString(CultureInfo.InvariantCulture),
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        v => v >= min && v <= max);

    /// <summary>Stored in whole seconds.</summary>
    public static SettingText<TimeSpan> Seconds(TimeSpan min, TimeSpan max) => new(
        v => ((long)v.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ReadSeconds,
        v => v >= min && v <= max);

    public static SettingText<string> Text(Func<string, bool> isInRange) => new(v => v, ReadText, isInRange);

    private static bool ReadYesNo(string text, out bool value)
    {
        value = text == "yes";
        return value || text == "no";
    }

    // Names only: Enum.TryParse alone would also take "7" and "InOnly, OutOnly".
    private static bool ReadChoice<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, out value) && value.ToString() == text;

    private static bool ReadSeconds(string text, out TimeSpan value)
    {
        var isWhole = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        value = TimeSpan.FromSeconds(seconds);
        return isWhole;
    }

    private static bool ReadText(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return true;
    }
}
