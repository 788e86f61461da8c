using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings.ActivityDetails;

/// <summary>Admin Settings, Activity detail: what subjects in Salesforce look like, for the whole org.</summary>
public partial class ActivityDetailPage
{
    private EffectiveValue<string>? saved;
    private TemplateDraft draft = new("");
    private Actor actor = null!;
    private PersonTime time = null!;
    private string? refusal;
    private bool isSaving;

    [Inject] private IStringLocalizer<ActivityDetailText> Text { get; init; } = null!;

    [Inject] private IStringLocalizer<SettingsText> Common { get; init; } = null!;

    [Inject] private ISettingsStore Settings { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private PersonClock Clock { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    private string Typed
    {
        get => draft.Text;
        set => draft = TemplateDraft.Of(value);
    }

    private bool IsChanged => saved is not null && draft.Text != saved.TeamValue;

    private bool MaySave => IsChanged && draft.Fault is TemplateDraft.Problem.None;

    private bool IsDefault => draft.Text == SettingKeys.SubjectTemplate.BuiltIn;

    private bool IsTooLong => draft.Text.Length > ActivityDetail.LengthMax;

    private string? Problem => draft.Fault is TemplateDraft.Problem.None
        ? null
        : Text[$"Problem.{draft.Fault}", draft.Unknown ?? "", ActivityDetail.LengthMax].Value;

    private string SetBy => saved is { SetBy: { } name, SetAt: { } at }
        ? Text["SetBy", name, time.Day(at)]
        : Text["SetByNobody"];

    private IEnumerable<(string Label, string Subject, string Type)> Samples =>
    [
        (Text["Sample.Task"], Text["Sample.TaskSubject"], nameof(ReminderType.Call)),
        (Text["Sample.Email"], Text["Sample.EmailSubject"], nameof(ReminderType.Email)),
        (Text["Sample.Reply"], Sample("Reply"), "Reply"),
    ];

    protected override async Task OnInitializedAsync()
    {
        actor = await Person.ActorAsync();
        time = await Clock.ReadAsync();
        Take(await Settings.TeamViewAsync(actor) ?? throw new UnauthorizedAccessException());
    }

    /// <summary>A reply says so once: by its type, or where the template has none, in front of its subject.</summary>
    private string Sample(string reply) => new ActivityDetail(draft.Text).CarriesType
        ? Text["Sample.EmailSubject"]
        : $"{reply}: {Text["Sample.EmailSubject"]}";

    private string Shown(string subject, string type) =>
        draft.Preview(subject, type) is { Length: > 0 } shown ? shown : Text["Preview.Empty"];

    private void Take(SettingsView view)
    {
        saved = view.Of(SettingKeys.SubjectTemplate);
        draft = new TemplateDraft(saved.TeamValue);
    }

    private void Discard() => (draft, refusal) = (new TemplateDraft(saved!.TeamValue), null);

    private void TakeDefault() => draft = new TemplateDraft(SettingKeys.SubjectTemplate.BuiltIn);

    private async Task SaveAsync()
    {
        isSaving = true;
        var edit = new SettingsEdit();
        if (IsDefault) edit.Reset(SettingKeys.SubjectTemplate);
        else edit.Set(SettingKeys.SubjectTemplate, draft.Text);
        var result = await Settings.SaveTeamAsync(edit, actor);
        isSaving = false;
        switch (result)
        {
            case SaveSettingsResult.Saved done:
                refusal = null;
                Take(done.View);
                Toasts.Show(new Toast(Text["Saved"]));
                break;
            case SaveSettingsResult.Refused refused:
                refusal = Common[$"Save.Refused.{refused.Refusals[0].Reason}"];
                break;
        }
    }
}
