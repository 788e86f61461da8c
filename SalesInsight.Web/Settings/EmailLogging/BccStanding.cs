using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>Whether copies go out, as the settings have it.</summary>
internal static class BccStanding
{
    /// <summary>On, and with an address to send to; one without the other sends nothing.</summary>
    public static bool IsBccActive(this SettingsView view) =>
        view.Of(SettingKeys.EmailBcc).Value && view.Of(SettingKeys.EmailBccAddress).Value.Length > 0;
}
