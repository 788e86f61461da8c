using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings.EmailLogging;

/// <summary>The card of email logging, for a person's own settings or for the team's.</summary>
public sealed partial class EmailCard : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private EmailLogForm form = null!;
    private PersonTime time = null!;
    private Actor actor = null!;
    private string? refusal;
    private bool open;
    private EmailStanding? standing;
    private EmailAccess? access;
    private bool bcc;
    private bool isSaving;

    [Inject] private IStringLocalizer<EmailCardText> Text { get; init; } = null!;

    [Inject] private IStringLocalizer<SettingsText> Common { get; init; } = null!;

    [Inject] private ISettingsStore Settings { get; init; } = null!;

    [Inject] private IEmailAccount Account { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    [Parameter, EditorRequired] public required SettingsView View { get; set; }

    [Parameter] public bool IsTeam { get; set; }

    /// <summary>The person's connection; what it cannot do cannot be turned on. Null on the team's page.</summary>
    [Parameter] public ConnectionView? Connection { get; set; }

    /// <summary>After a Save.</summary>
    [Parameter] public EventCallback<SettingsView> Saved { get; set; }

    [CascadingParameter] private PersonContext Context { get; set; } = null!;

    private bool IsAdmin => actor.IsAdmin;

    private bool IsOn => form.Logging.Saved.Value || form.IsBccActive;

    private string? Unmet => IsTeam ? null : EmailNeeds.Unmet(Connection, access);

    /// <summary>Whose org can be asked.</summary>
    private Guid? AskedFor => IsTeam || EmailNeeds.Unmet(Connection, null) is not null ? null : actor.UserId;

    private string Summary
    {
        get
        {
            var (logs, to) = (form.Logging.SavedValue, form.LogTo.SavedValue);
            var related = form.RelatedOpportunity.SavedValue && to is not EmailRule.LogTo.Leads ? "Related" : "";
            var api = Text[logs ? $"Summary.On{related}.{to}" : "Summary.Off"];
            if (IsTeam) return Text[form.Logging.Saved.IsLocked ? "Summary.TeamLocked" : "Summary.Team", api];
            return $"{api} {Text[form.IsBccActive ? "Summary.BccOn" : "Summary.BccOff"]}";
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override void OnParametersSet()
    {
        (actor, time) = (Context.Actor, Context.Time);
        // a live update repaints this card; it must not take what is being chosen
        if (form is null || form.Version != View.Version && !form.IsChanged) form = new EmailLogForm(View, IsTeam);
    }

    private async Task OpenAsync(bool isOpen)
    {
        open = isOpen;
        if (!isOpen || IsTeam) return;
        try
        {
            standing = await Account.StandingAsync(actor.UserId, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return;
        }

        if (access is null) await CheckAsync(fresh: false);
    }

    // asked when somebody looks: a page that nobody opens costs no call
    private async Task CheckAsync(bool fresh)
    {
        if (IsTeam || EmailNeeds.Unmet(Connection, null) is not null) return;
        access = null;
        StateHasChanged();
        try
        {
            access = await Account.CheckAsync(actor.UserId, fresh, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // the page was left meanwhile
        }
    }

    private void Discard()
    {
        form.Discard();
        refusal = null;
    }

    private async Task SaveAsync()
    {
        isSaving = true;
        var edit = form.ToEdit();
        var result = IsTeam
            ? await Settings.SaveTeamAsync(edit, actor)
            : await Settings.SaveAsync(actor.UserId, edit, actor);
        isSaving = false;
        switch (result)
        {
            case SaveSettingsResult.Saved saved:
                refusal = null;
                Toasts.Show(new Toast(Text[IsTeam ? "SavedTeam" : "Saved"]));
                await TakeAsync(saved.View);
                break;
            case SaveSettingsResult.Refused refused:
                refusal = Common[$"Save.Refused.{refused.Refusals[0].Reason}"];
                await ReadAgainAsync();
                break;
        }
    }

    // the other tab saved: what is being chosen here stays
    private Task TakeSavedAsync(SettingsView view)
    {
        View = view;
        if (!form.IsChanged) form = new EmailLogForm(view, IsTeam);
        return Saved.InvokeAsync(view);
    }

    private Task TakeAsync(SettingsView view)
    {
        form = new EmailLogForm(view, IsTeam);
        return Saved.InvokeAsync(view);
    }

    // The value refused may have been locked while the page was open: the page shows what is in force now.
    private async Task ReadAgainAsync()
    {
        var view = IsTeam
            ? await Settings.TeamViewAsync(actor)
            : await Settings.ViewAsync(actor.UserId, actor);
        if (view is not null) await TakeAsync(view);
    }
}
