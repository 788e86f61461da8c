using SalesInsight.Sync.Settings;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>The rules of email logging while they are edited: what is saved, what is chosen, what a Save would send.
/// </summary>
public sealed class EmailLogForm
{
    private readonly SettingsView _view;
    private readonly List<ISettingField> _fields = [];

    public EmailLogForm(SettingsView view, bool isTeam)
    {
        (_view, IsTeam) = (view, isTeam);
        Logging = Field(SettingKeys.EmailLogging);
        LogTo = Field(SettingKeys.EmailLogTo);
        RelatedOpportunity = Field(SettingKeys.EmailRelatedOpportunity);
        SeveralMatches = Field(SettingKeys.EmailSeveralMatches);
        NoMatch = Field(SettingKeys.EmailNoMatch);
        Replies = Field(SettingKeys.EmailReplies);
        RollUps =
        [
            Field(SettingKeys.EmailRollUpLead), Field(SettingKeys.EmailRollUpContact),
            Field(SettingKeys.EmailRollUpAccount), Field(SettingKeys.EmailRollUpOpportunity),
        ];
        Exclusions = Field(isTeam ? SettingKeys.EmailCompanyExclusions : SettingKeys.EmailExclusions);
        Tracking = Field(SettingKeys.EmailTracking);
        Bcc = Field(SettingKeys.EmailBcc);
    }

    public bool IsTeam { get; }

    public long Version => _view.Version;

    public SettingField<bool> Logging { get; }

    public SettingField<EmailRule.LogTo> LogTo { get; }

    public SettingField<bool> RelatedOpportunity { get; }

    public SettingField<EmailRule.SeveralMatches> SeveralMatches { get; }

    public SettingField<EmailRule.NoMatch> NoMatch { get; }

    public SettingField<bool> Replies { get; }

    /// <summary>Lead, contact, account, opportunity.</summary>
    public IReadOnlyList<SettingField<bool>> RollUps { get; }

    /// <summary>The person's own list; on the team's page the company's.</summary>
    public SettingField<string> Exclusions { get; }

    /// <summary>Count opens and clicks of what is written here.</summary>
    public SettingField<bool> Tracking { get; }

    /// <summary>Edited here for the team only, and there only its lock: an address is everybody's own.</summary>
    public SettingField<bool> Bcc { get; }

    /// <summary>What an admin excludes for everybody.</summary>
    public string CompanyExclusions => _view.Of(SettingKeys.EmailCompanyExclusions).Value;

    /// <summary>The activity detail of the org.</summary>
    public string SubjectTemplate => _view.Of(SettingKeys.SubjectTemplate).Value;

    /// <summary>True when Email to Salesforce is on and knows where to send to.</summary>
    public bool IsBccActive => _view.IsBccActive();

    public bool IsChanged => _fields.Any(f => f.IsChanged);

    public void Discard() => _fields.ForEach(f => f.Discard());

    public SettingsEdit ToEdit()
    {
        var edit = new SettingsEdit();
        _fields.ForEach(f => f.AddTo(edit));
        return edit;
    }

    private SettingField<T> Field<T>(SettingKey<T> key) where T : notnull
    {
        var field = new SettingField<T>(_view.Of(key), IsTeam);
        _fields.Add(field);
        return field;
    }
}
