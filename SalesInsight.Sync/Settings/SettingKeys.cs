using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>Every setting there is (design section 4), with its built-in default.</summary>
public static class SettingKeys
{
    /// <summary>Which way tasks travel; off until the rep's own Save. A team value proposes, a lock narrows.</summary>
    public static readonly SettingKey<TaskSyncMode> TaskSync =
        new("task-sync", TaskSyncMode.Off, SettingTexts.Choice<TaskSyncMode>())
        {
            IsOwnChoiceOnly = true,
            Narrow = (mode, ceiling) => mode & ceiling,
        };

    /// <summary>Which Salesforce tasks come in at the start; default the last 24 hours.</summary>
    public static readonly SettingKey<FirstImport> FirstImport =
        new("first-import", Settings.FirstImport.Last24Hours, SettingTexts.Choice<FirstImport>());

    /// <summary>The same field edited on both sides; default newest wins.</summary>
    public static readonly SettingKey<ConflictRule> ConflictRule =
        new("conflict-rule", Reminders.ConflictRule.NewestWins, SettingTexts.Choice<ConflictRule>());

    /// <summary>Deleted on one side, edited on the other; default delete wins.</summary>
    public static readonly SettingKey<DeleteRule> DeleteRule =
        new("delete-rule", Reminders.DeleteRule.DeleteWins, SettingTexts.Choice<DeleteRule>());

    /// <summary>Admin's upper fence, in deletions; default 100.</summary>
    public static readonly SettingKey<int> DeleteFenceCountMax =
        new("delete-fence-count-max", 100, SettingTexts.Whole(1, 10_000), isAdminOnly: true);

    /// <summary>Admin's upper fence, in percent of the linked tasks; default 25.</summary>
    public static readonly SettingKey<int> DeleteFenceShareMax =
        new("delete-fence-share-max", 25, SettingTexts.Whole(0, 100), isAdminOnly: true);

    /// <summary>
    /// Unconfirmed deletions per connection, direction and rolling 24 hours before the rest is held; default 10. The
    /// larger of count and share applies.
    /// </summary>
    public static readonly SettingKey<int> DeleteFenceCount =
        new("delete-fence-count", 10, SettingTexts.Whole(1, 10_000)) { Bound = DeleteFenceCountMax, Narrow = Math.Min };

    /// <summary>The same fence in percent of the linked tasks; default 5.</summary>
    public static readonly SettingKey<int> DeleteFenceShare =
        new("delete-fence-share", 5, SettingTexts.Whole(0, 100)) { Bound = DeleteFenceShareMax, Narrow = Math.Min };

    /// <summary>Log my emails to Salesforce by API; default off.</summary>
    public static readonly SettingKey<bool> EmailLogging = new("email-logging", false, SettingTexts.YesNo);

    /// <summary>Email to Salesforce (BCC) is active; default no.</summary>
    public static readonly SettingKey<bool> EmailBcc = new("email-bcc", false, SettingTexts.YesNo);

    /// <summary>The activity detail of the org; default the subject alone. Admins only.</summary>
    public static readonly SettingKey<string> SubjectTemplate = new(
        "subject-template",
        "{{activity_subject}}",
        SettingTexts.Text(ActivityDetail.IsUsable),
        isAdminOnly: true);

    /// <summary>The shortest interval reps may choose; default and least 30 seconds. Admins only.</summary>
    public static readonly SettingKey<TimeSpan> SyncIntervalMin =
        new("sync-interval-min", TimeSpan.FromSeconds(30), Interval(), isAdminOnly: true);

    /// <summary>Check Salesforce every so often at most; 30 seconds to 60 minutes, default 60 seconds.</summary>
    public static readonly SettingKey<TimeSpan> SyncInterval =
        new("sync-interval", TimeSpan.FromSeconds(60), Interval()) { Bound = SyncIntervalMin, Narrow = Longer };

    /// <summary>Task sync waits, changes on both sides are kept for later; default no.</summary>
    public static readonly SettingKey<bool> Paused = new("paused", false, SettingTexts.YesNo);

    /// <summary>Percent of the org's daily API calls we may use; default 20. Admins only.</summary>
    public static readonly SettingKey<int> ApiBudgetShare =
        new("api-budget-share", 20, SettingTexts.Whole(1, 100), isAdminOnly: true);

    /// <summary>Percent of the org's daily API calls left to others, always; default 10. Admins only.</summary>
    public static readonly SettingKey<int> ApiBudgetFloor =
        new("api-budget-floor", 10, SettingTexts.Whole(0, 90), isAdminOnly: true);

    /// <summary>IANA name of the zone in which 'today' is meant; the browser's is saved at first sign-in.</summary>
    public static readonly SettingKey<string> TimeZone = new("time-zone", "Etc/UTC", SettingTexts.Text(IsZone));

    /// <summary>Language of the screens: <c>en</c>, <c>zh-Hant</c> or <c>nl</c>.</summary>
    public static readonly SettingKey<string> Language =
        new("language", "en", SettingTexts.Text(l => l is "en" or "zh-Hant" or "nl"));

    /// <summary>All of them, in the order they are shown.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        TaskSync, FirstImport, ConflictRule, DeleteRule, DeleteFenceCount, DeleteFenceShare, DeleteFenceCountMax,
        DeleteFenceShareMax, EmailLogging, EmailBcc, SubjectTemplate, SyncInterval, SyncIntervalMin, Paused,
        ApiBudgetShare, ApiBudgetFloor, TimeZone, Language,
    ];

    private static SettingText<TimeSpan> Interval() =>
        SettingTexts.Seconds(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(60));

    private static TimeSpan Longer(TimeSpan interval, TimeSpan least) => interval > least ? interval : least;

    private static bool IsZone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
