using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Settings;

/// <summary>The plan of a first sync, grouped by what would be done.</summary>
public partial class FirstSyncPlanView
{
    private const int ShownFirst = 6;

    private readonly HashSet<FirstSyncPlan.Step> opened = [];

    [Inject] private IStringLocalizer<SettingsText> Text { get; init; } = null!;

    [Parameter, EditorRequired] public required FirstSyncResult Result { get; set; }

    [Parameter, EditorRequired] public required TaskSyncForm Form { get; set; }

    [Parameter, EditorRequired] public required PersonTime Time { get; set; }

    private FirstSyncPlan? Plan => (Result as FirstSyncResult.Ready)?.Plan;

    private string Sorry => Text[Result is FirstSyncResult.NotConnected ? "Plan.NotConnected" : "Plan.FailedMore"];

    private static IEnumerable<(int Count, string Icon, string Label)> Tiles(FirstSyncPlan plan)
    {
        yield return (plan.CreateHere, "add", "Plan.CreateHere");
        yield return (plan.LinkToYours, "link", "Plan.LinkToYours");
        if (plan.RemoveHere > 0) yield return (plan.RemoveHere, "delete", "Plan.RemoveHere");
        yield return (plan.Skip, "remove", "Plan.Skip");
        // by design, under every policy: what existed here before is never pushed
        yield return (0, "arrow_upward", "Plan.Send");
    }

    private string Lead(FirstSyncPlan plan) => Text.Counted(
        $"Plan.Lead.{Form.Import.Value}",
        plan.CreateHere + plan.LinkToYours + plan.RemoveHere + plan.Skip,
        Time.Here(plan.ReadAt).ToString("HH:mm:ss", CultureInfo.CurrentCulture));

    private string Count(FirstSyncPlan.Step step, int count) => step is FirstSyncPlan.Step.LinkToYours
        ? $"{count}, {Text["Plan.LinkToYoursMore"]}"
        : count.ToString(CultureInfo.CurrentCulture);

    private int Shown(FirstSyncPlan.Step step) => opened.Contains(step) ? int.MaxValue : ShownFirst;

    private static string? Due(FirstSyncPlan.Row row) => row.DueDate?.ToString("d MMM", CultureInfo.CurrentCulture);

    private string Why(FirstSyncPlan.Row row) => (row.Kind, row.Why) switch
    {
        (FirstSyncPlan.Step.CreateHere, _) => Text["Plan.Changed", Time.Minute(row.ChangedAt)],
        (FirstSyncPlan.Step.RemoveHere, _) => Text["Plan.Why.DeletedThere", Time.Minute(row.ChangedAt)],
        (_, ReasonCode.Adopted or ReasonCode.NearMiss or ReasonCode.OutOfSight or ReasonCode.Frozen
            or ReasonCode.NotOursLogged or ReasonCode.NotOursSeries or ReasonCode.NotOursArchived
            or ReasonCode.NotOursOwner or ReasonCode.NotOursInstall) => Text[$"Plan.Why.{row.Why}"],
        _ => Text["Plan.Why.Other"],
    };

    private string Calls(FirstSyncPlan plan) => plan is { CallsLeft: { } left, CallsMax: { } max }
        ? Text.Counted("Plan.CallsLeft", plan.CallsUsed, left.ToString("N0", CultureInfo.CurrentCulture),
            max.ToString("N0", CultureInfo.CurrentCulture))
        : Text.Counted("Plan.Calls", plan.CallsUsed);
}
