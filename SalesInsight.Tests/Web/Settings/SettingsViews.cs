using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Web.Settings;

/// <summary>Views of settings as the store would hand them out.</summary>
internal static class SettingsViews
{
    public static SettingsView Of(params (SettingKey Key, string Text, bool IsTeam, bool IsLocked)[] values) => new(
        version: 1,
        values.Where(value => value.IsTeam).ToDictionary(value => value.Key.Name, Stored),
        values.Where(value => !value.IsTeam).ToDictionary(value => value.Key.Name, Stored));

    public static (SettingKey Key, string Text, bool IsTeam, bool IsLocked) Team(
        SettingKey key, string text, bool isLocked = false) => (key, text, true, isLocked);

    public static (SettingKey Key, string Text, bool IsTeam, bool IsLocked) Own(SettingKey key, string text) =>
        (key, text, false, false);

    private static StoredSetting Stored((SettingKey Key, string Text, bool IsTeam, bool IsLocked) value) =>
        new(value.Text, value.IsLocked, "Ines Duarte", new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
}
