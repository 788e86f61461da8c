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

    /// <summary>Which people my emails are logged to; default leads and contacts.</summary>
    public static readonly SettingKey<EmailRule.LogTo> EmailLogTo =
        new("email-log-to", EmailRule.LogTo.Both, SettingTexts.Choice<EmailRule.LogTo>());

    /// <summary>Relate a logged email to an open opportunity of its contact; default yes.</summary>
    public static readonly SettingKey<bool> EmailRelatedOpportunity =
        new("email-related-opportunity", true, SettingTexts.YesNo);

    /// <summary>One address on several records; default the one with the most recent activity.</summary>
    public static readonly SettingKey<EmailRule.SeveralMatches> EmailSeveralMatches = new(
        "email-several-matches",
        EmailRule.SeveralMatches.MostRecentActivity,
        SettingTexts.Choice<EmailRule.SeveralMatches>());

    /// <summary>An address on no record; default the email is not logged for it.</summary>
    public static readonly SettingKey<EmailRule.NoMatch> EmailNoMatch =
        new("email-no-match", EmailRule.NoMatch.DoNotLog, SettingTexts.Choice<EmailRule.NoMatch>());

    /// <summary>Log replies too, while emails are logged at all; default yes.</summary>
    public static readonly SettingKey<bool> EmailReplies = new("email-replies", true, SettingTexts.YesNo);

    /// <summary>Addresses and domains of mine that are not logged; default none.</summary>
    public static readonly SettingKey<string> EmailExclusions =
        new("email-exclusions", "", SettingTexts.Text(Settings.EmailExclusions.IsUsable));

    /// <summary>
    /// Addresses and domains nobody's emails are logged for; default the sender's own domain. Admins only.
    /// </summary>
    public static readonly SettingKey<string> EmailCompanyExclusions = new(
        "email-company-exclusions",
        Settings.EmailExclusions.OwnDomain,
        SettingTexts.Text(Settings.EmailExclusions.IsUsable),
        isAdminOnly: true);

    /// <summary>Keep 'most recent activity' of the lead up to date; default no.</summary>
    public static readonly SettingKey<bool> EmailRollUpLead = new("email-roll-up-lead", false, SettingTexts.YesNo);

    /// <summary>The same of the contact; default no.</summary>
    public static readonly SettingKey<bool> EmailRollUpContact =
        new("email-roll-up-contact", false, SettingTexts.YesNo);

    /// <summary>The same of the contact's account; default no.</summary>
    public static readonly SettingKey<bool> EmailRollUpAccount =
        new("email-roll-up-account", false, SettingTexts.YesNo);

    /// <summary>The same of the related opportunity; default no.</summary>
    public static readonly SettingKey<bool> EmailRollUpOpportunity =
        new("email-roll-up-opportunity", false, SettingTexts.YesNo);

    /// <summary>Count opens and clicks of emails written here; default no.</summary>
    public static readonly SettingKey<bool> EmailTracking = new("email-tracking", false, SettingTexts.YesNo);

    /// <summary>Email to Salesforce (BCC) is active; default no.</summary>
    public static readonly SettingKey<bool> EmailBcc = new("email-bcc", false, SettingTexts.YesNo);

    /// <summary>My Email to Salesforce address; empty: none known.</summary>
    public static readonly SettingKey<string> EmailBccAddress =
        new("email-bcc-address", "", SettingTexts.Text(a => a.Length == 0 || EmailAddress.Parse(a) is { Name: null }));

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
        DeleteFenceShareMax, EmailLogging, EmailLogTo, EmailRelatedOpportunity, EmailSeveralMatches, EmailNoMatch,
        EmailReplies, EmailExclusions, EmailCompanyExclusions, EmailRollUpLead, EmailRollUpContact,
        EmailRollUpAccount, EmailRollUpOpportunity, EmailTracking, EmailBcc, EmailBccAddress, SubjectTemplate,
        SyncInterval, SyncIntervalMin, Paused, ApiBudgetShare, ApiBudgetFloor, TimeZone, Language,
    ];

    private static SettingText<TimeSpan> Interval() =>
        SettingTexts.Seconds(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(60));

    private static TimeSpan Longer(TimeSpan interval, TimeSpan least) => interval > least ? interval : least;

    private static bool IsZone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
