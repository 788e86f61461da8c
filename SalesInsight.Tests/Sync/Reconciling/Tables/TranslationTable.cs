using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>Status, priority, long details and the activity detail: what is not one-to-one (design 5.7, 5.8).</summary>
internal static class TranslationTable
{
    private static readonly ReconcilePolicy Both = Words.Policy();
    private static readonly ReconcilePolicy Theirs = Words.Policy(conflict: ConflictRule.SalesforceWins);
    private static readonly ReconcilePolicy Prefixed = Words.Policy(template: Words.Prefixed);
    private static readonly ReconcilePolicy PrefixedEditWins = Prefixed with { Delete = DeleteRule.EditWins };
    private static readonly ReconcilePolicy Fixed = Words.Policy(template: Words.Fixed);
    private static readonly ReconcilePolicy Spaced = Words.Policy(template: new(" {{ activity_subject }} "));

    private static readonly string LongHere = $"a/Open/Normal//{DetailsSpace.Long}";
    private static readonly string SameStart = $"a/Open/Normal//{DetailsSpace.SameStart}";
    private static readonly string CutThere = $"a/New/Normal//{DetailsSpace.Cut}";

    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. Statuses, .. Priorities, .. Details, .. Templates,
    ];

    private static IEnumerable<Row> Statuses =>
    [
        new("completing sends the org's first closed status",
            Both, "a", "a/Completed", "a", "update Status", "a/Completed", "a/Done", ReasonCode.EditedHere),
        new("another closed status there completes here and is kept there",
            Both, "a", "a", "a/Dropped", "commit", "a/Completed", "a/Dropped", ReasonCode.EditedThere),
        new("completed here, closed otherwise there: agreed, their word is kept",
            Both, "a", "a/Completed@0", "a/Dropped@9", "commit", "a/Completed", "a/Dropped",
            ReasonCode.EditedOnBothSides),
        new("another open status there is kept and changes nothing here",
            Both, "a", "a", "a/Waiting", "commit", "a", "a/Waiting", ReasonCode.EditedThere),
        new("an open status of theirs is not overwritten by another edit",
            Both, "a", "b", "a/Waiting", "update Subject", "b", "b/Waiting", ReasonCode.EditedHere)
            { BaseThere = "a/Waiting" },
        new("a status that only sounds closed is open",
            Both, "a", "a", "a/Completed", "commit", "a", "a/Completed", ReasonCode.EditedThere),
        new("a word the org's list does not know must not complete a task",
            Both, "a", "a", "a/Finished", "commit", "a", "a/Finished", ReasonCode.EditedThere),
        new("reopening sends the last open status seen there",
            Both, "a/Completed", "a", "a/Done", "update Status", "a", "a/Waiting", ReasonCode.EditedHere)
            { BaseThere = "a/Done", LastOpen = "Waiting" },
        new("reopening sends the default when no open status was seen",
            Both, "a/Completed", "a", "a/Done", "update Status", "a", "a", ReasonCode.EditedHere)
            { BaseThere = "a/Done" },
        new("reopened there: open here",
            Both, "a/Completed", "a/Completed", "a/Waiting", "commit", "a", "a/Waiting", ReasonCode.EditedThere)
            { BaseThere = "a/Done" },
        new("reopened on both sides: agreed, their word is kept",
            Both, "a/Completed", "a@0", "a/Waiting@9", "commit", "a", "a/Waiting", ReasonCode.EditedOnBothSides)
            { BaseThere = "a/Done" },
        new("completed here while moved to another open status there: one field, the rule decides",
            Theirs, "a", "a/Completed@9", "a/Waiting@0", "commit", "a", "a/Waiting", ReasonCode.ConflictWonThere,
            "Status here Completed"),
    ];

    private static IEnumerable<Row> Priorities =>
    [
        new("a priority that is not ours is kept there",
            Both, "a", "b", "a/New/Low", "update Subject", "b", "b/New/Low", ReasonCode.EditedHere)
            { BaseThere = "a/New/Low" },
        new("another priority of theirs reads as Normal and is kept",
            Both, "a", "a", "a/New/Low", "commit", "a", "a/New/Low", ReasonCode.EditedThere),
        new("High there is High here",
            Both, "a", "a", "a/New/High", "commit", "a/Open/High", "a/New/High", ReasonCode.EditedThere),
        new("High set here replaces a priority of theirs",
            Both, "a", "a/Open/High", "a/New/Low", "update Priority", "a/Open/High", "a/New/High",
            ReasonCode.EditedHere)
            { BaseThere = "a/New/Low" },
    ];

    private static IEnumerable<Row> Details =>
    [
        new("details longer than Salesforce holds are in step with their cut rendering",
            Both, LongHere, LongHere, CutThere, "nothing", LongHere, CutThere, ReasonCode.InStep)
            { BaseThere = CutThere },
        new("an edit of the subject leaves long details alone",
            Both, LongHere, $"b{LongHere[1..]}", CutThere, "update Subject", $"b{LongHere[1..]}", $"b{CutThere[1..]}",
            ReasonCode.EditedHere)
            { BaseThere = CutThere },
        new("an edit behind the cut stays here whole; there is nothing to send",
            Both, LongHere, SameStart, CutThere, "commit", SameStart, CutThere, ReasonCode.EditedHere)
            { BaseThere = CutThere },
        new("long details written here go out cut and stay whole here",
            Both, "a", LongHere, "a", "update Details", LongHere, CutThere, ReasonCode.EditedHere),
        new("long details edited there are the new details",
            Both, LongHere, LongHere, "a/New/Normal//short", "commit", "a/Open/Normal//short", "a/New/Normal//short",
            ReasonCode.EditedThere)
            { BaseThere = CutThere },
    ];

    private static IEnumerable<Row> Templates =>
    [
        new("template: a rename here goes out in its words",
            Prefixed, "a", "b", "Call: a", "update Subject", "b", "Call: b", ReasonCode.EditedHere)
            { BaseThere = "Call: a" },
        new("template: a rename there is noted and does not come back",
            Prefixed, "a", "a", "z", "commit", "a", "z", ReasonCode.RenameNoted, "Subject there z")
            { BaseThere = "Call: a" },
        new("template: renamed on both sides, ours goes out and theirs is noted",
            Prefixed with { Conflict = ConflictRule.SalesforceWins }, "a", "b@0", "z@9", "update Subject", "b",
            "Call: b", ReasonCode.ConflictWonHere, "Subject there z")
            { BaseThere = "Call: a" },
        new("template: a rename there does not hold up its other edits",
            Prefixed, "a", "a", "z/Done", "commit", "a/Completed", "z/Done", ReasonCode.EditedThere, "Subject there z")
            { BaseThere = "Call: a" },
        new("template: a rename in doubt that a later one beats is recorded",
            Prefixed, "a", "b", "Call: a", "update Subject", "b", "Call: b", ReasonCode.ConflictWonHere,
            "Subject there Call: a")
            { BaseThere = "Call: a", Doubt = new(FieldSet.Of(TaskField.Subject), false) },
        new("a template changed after the task was linked writes nothing",
            Prefixed, "a", "a", "a", "nothing", "a", "a", ReasonCode.InStep),
        new("a template changed: another edit sends that edit alone",
            Prefixed, "a", "a/Completed", "a", "update Status", "a/Completed", "a/Done", ReasonCode.EditedHere),
        new("a template changed: the next rename is in its words",
            Prefixed, "a", "b", "a", "update Subject", "b", "Call: b", ReasonCode.EditedHere),
        new("a template taken away: their templated subject does not come back by itself",
            Both, "a", "a", "Call: a", "nothing", "a", "Call: a", ReasonCode.InStep) { BaseThere = "Call: a" },
        new("a template without the subject: a rename here stays here",
            Fixed, "a", "b", "Follow-up", "commit", "b", "Follow-up", ReasonCode.EditedHere)
            { BaseThere = "Follow-up" },
        new("a template with blanks around the subject is the subject alone",
            Spaced, "a", "a", "b", "commit", "b", "b", ReasonCode.EditedThere),
        new("template and 'edit wins': back here under its own name, their rename noted",
            PrefixedEditWins, "a", "-", "z", "commit", "a", "z", ReasonCode.EditBeatDelete, "Subject there z")
            { BaseThere = "Call: a" },
        new("template: a new record after a restore is in its words",
            Prefixed, "a", "a", "-", "create", "a", "Call: a", ReasonCode.RestoredHere)
            { BaseThere = "Call: a", Removed = true },
    ];
}
