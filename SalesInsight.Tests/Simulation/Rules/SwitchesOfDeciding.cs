using System.Collections.Immutable;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>Rules about what shall be.</summary>
internal static class SwitchesOfDeciding
{
    private const string Merge = "Reconciling/FieldMerge.cs", Reconciler = "Reconciling/Reconciler.cs",
        Decider = "Runs/Deciding/RowDecider.cs";

    public static readonly ImmutableArray<RuleSwitch> All =
    [
        new(Rule.TwoImages,
            "The base has two images, and a raw value equal to the raw one reads as the other.",
            new SourceEdit(
                Merge,
                "var theirs = editedThere ? translation.Read(field, raw) : taskBase.Here[field];",
                "var theirs = translation.Read(field, raw);")),

        new(Rule.EditedByRaw,
            "'Edited there' is judged on raw values, never on translated ones.",
            new SourceEdit(
                Merge,
                "var editedThere = raw != taskBase.There[field];",
                "var editedThere = policy.Translation.Read(field, raw) != taskBase.Here[field];")),

        new(Rule.TemplateSilent,
            "A change of the template alone writes nothing.",
            new SourceEdit(
                Merge,
                "var send = editedHere && rendered != raw",
                "var send = (editedHere || field == TaskField.Subject) && rendered != raw")),

        new(Rule.FirstSyncSilent,
            "What existed here before the sync was on is not sent.",
            new SourceEdit(
                Reconciler, "_ when !pair.Outbound => Decision.Hold(ReasonCode.OlderThanSync),", ""),
            new SourceEdit(
                "Runs/RunSteps.cs",
                "var found = await Store.StageLocalAsync(ConnectionId, RunLimits.StagedMax, stop);",
                """
                var found = await Store.StageLocalAsync(ConnectionId, RunLimits.StagedMax, stop);
                found = found.AddRange(await Store.ListUnlinkedAsync(ConnectionId, RunLimits.StagedMax, stop));
                """)),

        new(Rule.InOnlyNeverDeletes,
            "A mode that only brings in sends no delete.",
            new SourceEdit(
                Reconciler,
                "if (policy.Mode == TaskSyncMode.InOnly) return Decision.Hold(ReasonCode.KeptInOnly);",
                "")),

        new(Rule.RemovedBase,
            "A removed link keeps its base: alive again after both sides were gone is somebody's restore.",
            new SourceEdit(
                Decider,
                "link.Base, local, salesforce, link.State == LinkState.Removed, parked",
                "link.Base, local, salesforce, false, parked")),

        new(Rule.ReadTheBin,
            "What a delete met is read from the recycle bin, so that nothing beaten goes unrecorded.",
            new SourceEdit(
                Reconciler,
                "theirs.LastContent is { } content && !pair.BinNoted",
                "theirs.LastContent is { } content && false"),
            new SourceEdit(
                "Runs/Deciding/LinkChanges.cs",
                "sighting is Sighting.Seen { Row: { IsDeleted: true } row } && !link.BinNoted && row.Content",
                "sighting is Sighting.Seen { Row: { IsDeleted: true } row } && false && row.Content")),
    ];
}
