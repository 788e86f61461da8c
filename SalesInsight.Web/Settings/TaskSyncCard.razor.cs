using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings;

/// <summary>The card of task sync, for a person's own settings or for the team's.</summary>
public partial class TaskSyncCard
{
    private TaskSyncForm form = null!;
    private PersonTime time = null!;
    private Actor actor = null!;
    private string? refusal;
    private bool open = true;
    private bool isSaving;
    private bool isPreviewing;

    [Inject] private IStringLocalizer<SettingsText> Text { get; init; } = null!;

    [Inject] private ISettingsStore Settings { get; init; } = null!;

    [Inject] private ISyncControl Sync { get; init; } = null!;

    [Inject] private ILiveUpdates Live { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    [Inject] private FirstSyncDialog FirstSync { get; init; } = null!;

    [Parameter, EditorRequired] public required SettingsView View { get; set; }

    [Parameter] public bool IsTeam { get; set; }

    /// <summary>How the person's sync stands; null on the team's page.</summary>
    [Parameter] public SyncStatus? Status { get; set; }

    /// <summary>After a Save.</summary>
    [Parameter] public EventCallback<SettingsView> Saved { get; set; }

    [CascadingParameter] private PersonContext Context { get; set; } = null!;

    private bool IsAdmin => actor.IsAdmin;

    private bool IsOn => form.Mode.Saved.Value is not TaskSyncMode.Off;

    private TaskSyncMode? Proposal =>
        form.Mode.Saved is { Origin: SettingOrigin.BuiltIn, TeamValue: not TaskSyncMode.Off } saved
            ? saved.TeamValue
            : null;

    private string Summary
    {
        get
        {
            var mode = Text[$"Mode.{form.Mode.SavedValue}"].Value;
            if (IsTeam) return Text[form.Mode.Saved.IsLocked ? "Task.TeamLocked" : "Task.Team", mode];
            return Status is { LastSuccess: { } last, Mode: not TaskSyncMode.Off } && IsOn
                ? Text["Task.NowInStep", mode, time.Minute(last)]
                : Text["Task.Now", mode];
        }
    }

    private string Cost => WhenYouSave.CallsPerDay(form.Mode.Value, form.Interval.Value) is > 0 and var calls
        ? Text["Save.Cost", calls.ToString("N0", CultureInfo.CurrentCulture)]
        : Text["Save.CostNone"];

    protected override void OnParametersSet()
    {
        (actor, time) = (Context.Actor, Context.Time);
        // a live update repaints this card; it must not take what is being chosen
        if (form is null || form.Version != View.Version && !form.IsChanged) form = new TaskSyncForm(View, IsTeam);
    }

    private string Day(DateTimeOffset instant) => time.Day(instant);

    private string Say(FirstImport value) => Text[$"Import.{value}"];

    private string Say(ConflictRule value) => Text[$"Conflict.{value}"];

    private string Say(DeleteRule value) => Text[$"Delete.{value}"];

    private string Say(TimeSpan value) => value switch
    {
        { TotalSeconds: <= 90 } => Text["Interval.Seconds", value.TotalSeconds],
        _ => Text["Interval.Minutes", value.TotalMinutes],
    };

    private void ChooseMode(TaskSyncMode mode) => form.Mode.Choose(mode);

    private void Discard()
    {
        form.Discard();
        refusal = null;
    }

    private async Task PreviewAsync()
    {
        isPreviewing = true;
        var apply = await FirstSync.ShowAsync(actor.UserId, form, time, onRead: StopReading);
        if (apply) await SaveAsync();
    }

    private void StopReading()
    {
        isPreviewing = false;
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        isSaving = true;
        var result = IsTeam
            ? await Settings.SaveTeamAsync(form.ToEdit(), actor)
            : await Settings.SaveAsync(actor.UserId, form.ToEdit(), actor);
        isSaving = false;
        switch (result)
        {
            case SaveSettingsResult.Saved saved:
                await TakeAsync(saved.View);
                break;
            case SaveSettingsResult.Refused refused:
                await RefuseAsync(refused);
                break;
        }
    }

    private async Task TakeAsync(SettingsView view)
    {
        refusal = null;
        form = new TaskSyncForm(view, IsTeam);
        Toasts.Show(new Toast(Text[IsTeam ? "Save.SavedTeam" : "Save.Saved"]));
        if (!IsTeam) Sync.Request(actor.UserId, RunReason.Save);
        Live.Tell(actor.UserId, LiveChange.Account);
        await Saved.InvokeAsync(view);
    }

    // The value refused may have been locked while the page was open: the page shows what is in force now.
    private async Task RefuseAsync(SaveSettingsResult.Refused refused)
    {
        refusal = Text[$"Save.Refused.{refused.Refusals[0].Reason}"];
        var view = IsTeam
            ? await Settings.TeamViewAsync(actor)
            : await Settings.ViewAsync(actor.UserId, actor);
        if (view is null) return;
        form = new TaskSyncForm(view, IsTeam);
        await Saved.InvokeAsync(view);
    }
}
