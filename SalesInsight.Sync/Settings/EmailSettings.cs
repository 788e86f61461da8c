using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Settings;

/// <summary>What a logging run works with: a snapshot, whose version is compared with the store's before every batch.
/// </summary>
/// <param name="BccAddress">The user's Email to Salesforce address; null when there is none.</param>
internal sealed record EmailSettings(
    long Version,
    bool IsOn,
    EmailRule.LogTo LogTo,
    bool RelatedOpportunity,
    EmailRule.SeveralMatches SeveralMatches,
    EmailRule.NoMatch NoMatch,
    bool LogReplies,
    EmailExclusions CompanyExclusions,
    EmailExclusions OwnExclusions,
    EmailAddress? BccAddress,
    string SubjectTemplate,
    string TimeZone)
{
    /// <summary>Which records show the date of their newest mail.</summary>
    public RollUps RollUps { get; init; }

    public static EmailSettings From(SettingsView view) => new(
        view.Version,
        view.Of(SettingKeys.EmailLogging).Value,
        view.Of(SettingKeys.EmailLogTo).Value,
        view.Of(SettingKeys.EmailRelatedOpportunity).Value,
        view.Of(SettingKeys.EmailSeveralMatches).Value,
        view.Of(SettingKeys.EmailNoMatch).Value,
        view.Of(SettingKeys.EmailReplies).Value,
        EmailExclusions.Of(view.Of(SettingKeys.EmailCompanyExclusions).Value),
        EmailExclusions.Of(view.Of(SettingKeys.EmailExclusions).Value),
        EmailAddress.Parse(view.Of(SettingKeys.EmailBccAddress).Value),
        view.Of(SettingKeys.SubjectTemplate).Value,
        view.Of(SettingKeys.TimeZone).Value)
    {
        RollUps = One(view, SettingKeys.EmailRollUpLead, RollUps.Lead)
            | One(view, SettingKeys.EmailRollUpContact, RollUps.Contact)
            | One(view, SettingKeys.EmailRollUpAccount, RollUps.Account)
            | One(view, SettingKeys.EmailRollUpOpportunity, RollUps.Opportunity),
    };

    private static RollUps One(SettingsView view, SettingKey<bool> key, RollUps kind) =>
        view.Of(key).Value ? kind : RollUps.None;
}
