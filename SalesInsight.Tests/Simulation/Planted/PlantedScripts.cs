using System.Collections.Immutable;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>For each checker a short story in which the fault planted for it is met.</summary>
internal static class PlantedScripts
{
    private const int Subject = 0, High = 0, Hides = 1, OtherInstalls = 1, Hour = 3_600;

    private static readonly WorldSetup Calm = new(
        OrgSeed: 1, Reps: 1, IsCalm: true, TaskSyncMode.Both, FirstImport.AllOpen, ConflictRule.SalesforceWins,
        DeleteRule.DeleteWins, HasPrefix: false, CustomIdField.UniqueExternalId, MarkerAgreed: false, FenceCount: 10);

    private static readonly Step On = At(StepKind.TurnOn), Run = At(StepKind.Run), Made = At(StepKind.ThereAdd, High);

    public static IReadOnlyDictionary<string, Script> ByChecker { get; } = new Dictionary<string, Script>
    {
        ["NoAccident"] = Of(On, Made, Run),
        ["NoEditLost"] = Of(Made, On, Run, At(StepKind.HereEdit, Subject), At(StepKind.ThereEdit, Subject), Run),
        ["NoDuplicate"] = Of(On, At(StepKind.HereAdd), Run),
        ["NothingDeletedUnasked"] = Of(Made, On, Run, At(StepKind.ThereHide, Hides), Run with { Pause = 2 * Hour }),
        ["DeletionTravels"] = Of(Made, On, Run, At(StepKind.HereDelete), Run with { Pause = 12 }),
        ["CreationTravels"] = Of(On, Made, Run),
        ["InStep"] = Of(On, Made, Run),
        ["OthersUntouched"] = Of(On, At(StepKind.ThereAddForeign, OtherInstalls), Run),
        ["OlderStaysHere"] = Of(At(StepKind.HereAdd), On, Run),
        ["ModeObeyed"] = Of(Made, On, Run, At(StepKind.HereDelete), Run)
            with { Setup = Calm with { Mode = TaskSyncMode.InOnly } },
        ["AsTyped"] = Of(Made, On, Run),
        ["RuleObeyed"] = Of(Made, On, Run, At(StepKind.HereEdit, Subject), At(StepKind.ThereEdit, Subject), Run),
        ["Settles"] = Of(On, Made, Run) with { Setup = Calm with { Mode = TaskSyncMode.InOnly } },
        ["Silent"] = Of(On, Made, Run),
    };

    private static Script Of(params ImmutableArray<Step> steps) => new(Calm, steps);

    private static Step At(StepKind kind, int variant = 0) => new(kind, B: variant, Pause: 20);
}
