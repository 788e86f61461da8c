using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>What a run works with: a snapshot, whose version is compared with the store's before every batch.</summary>
internal sealed record SyncSettings(
    long Version,
    TaskSyncMode Mode,
    DateTimeOffset? ModeSetAt,
    FirstImport FirstImport,
    ConflictRule ConflictRule,
    DeleteRule DeleteRule,
    int DeleteFenceCount,
    int DeleteFenceSharePercent,
    string SubjectTemplate,
    TimeSpan Interval,
    bool IsPaused,
    int ApiBudgetSharePercent,
    int ApiBudgetFloorPercent,
    string TimeZone)
{
    public static SyncSettings From(SettingsView view) => new(
        view.Version,
        view.Of(SettingKeys.TaskSync).Value,
        view.Of(SettingKeys.TaskSync).SetAt,
        view.Of(SettingKeys.FirstImport).Value,
        view.Of(SettingKeys.ConflictRule).Value,
        view.Of(SettingKeys.DeleteRule).Value,
        view.Of(SettingKeys.DeleteFenceCount).Value,
        view.Of(SettingKeys.DeleteFenceShare).Value,
        view.Of(SettingKeys.SubjectTemplate).Value,
        view.Of(SettingKeys.SyncInterval).Value,
        view.Of(SettingKeys.Paused).Value,
        view.Of(SettingKeys.ApiBudgetShare).Value,
        view.Of(SettingKeys.ApiBudgetFloor).Value,
        view.Of(SettingKeys.TimeZone).Value);
}
