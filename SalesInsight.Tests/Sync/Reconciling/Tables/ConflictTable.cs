using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>The conflict rule, the field merge, and what may be newer (design 5.9).</summary>
internal static class ConflictTable
{
    private const string Done = Words.Done, Completed = nameof(ReminderStatus.Completed);

    private static readonly ReconcilePolicy Newest = Words.Policy();
    private static readonly ReconcilePolicy Theirs = Words.Policy(conflict: ConflictRule.SalesforceWins);
    private static readonly ReconcilePolicy Ours = Words.Policy(conflict: ConflictRule.SalesInsightWins);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("nothing changed: nothing is done",
            Newest, "a", "a", "a", "nothing", "a", "a", ReasonCode.InStep),
        new("a rename here goes out",
            Newest, "a", "b", "a", "update Subject", "b", "b", ReasonCode.EditedHere),
        new("a rename there comes in",
            Newest, "a", "a", "b", "commit", "b", "b", ReasonCode.EditedThere),
        new("an edit here goes out even where Salesforce always wins",
            Theirs, "a", "b@-9", "a@0", "update Subject", "b", "b", ReasonCode.EditedHere),
        new("an edit there comes in even where SalesInsight always wins",
            Ours, "a", "a@9", "b@0", "commit", "b", "b", ReasonCode.EditedThere),
        new("both renamed it alike: no conflict, nothing sent",
            Newest, "a", "b@0", "b@9", "commit", "b", "b", ReasonCode.EditedOnBothSides),
        new("different fields: both edits survive",
            Newest, "a", $"a/{Completed}@0", "b@9", "update Status", $"b/{Completed}", $"b/{Done}",
            ReasonCode.EditedOnBothSides),
        new("different fields survive where Salesforce always wins",
            Theirs, "a", $"a/{Completed}@0", "b@9", "update Status", $"b/{Completed}", $"b/{Done}",
            ReasonCode.EditedOnBothSides),
        new("different fields survive where SalesInsight always wins",
            Ours, "a", $"a/{Completed}@9", "b@0", "update Status", $"b/{Completed}", $"b/{Done}",
            ReasonCode.EditedOnBothSides),
        new("newest: ours 3 s later wins",
            Newest, "a", "b@3", "c@0", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c"),
        new("newest: theirs 3 s later wins",
            Newest, "a", "b@0", "c@3", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("newest: the same moment is Salesforce's",
            Newest, "a", "b@0", "c@0", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("newest: 2 s later is still a tie, and Salesforce's",
            Newest, "a", "b@2", "c@0", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("newest: just over 2 s later is ours",
            Newest, "a", "b@2.001", "c@0", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c"),
        new("newest: a stamp that is our own write says nothing, Salesforce wins",
            Newest, "a", "b@3600", "c", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("newest: an edit here whose time is unknown loses",
            Newest, "a", "b", "c@0", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("Salesforce wins, however much later ours is",
            Theirs, "a", "b@3600", "c@0", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("SalesInsight wins, however much later theirs is",
            Ours, "a", "b@0", "c@3600", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c"),
        new("SalesInsight wins without any stamp",
            Ours, "a", "b", "c", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c"),
        new("one field lost, another survives: the merge is per field",
            Theirs, "a", $"b/{Completed}@9", "c@0", "update Status", $"c/{Completed}", $"c/{Done}",
            ReasonCode.ConflictWonThere, "Subject here b"),
        new("a due date cleared there and moved here is a conflict like any other",
            Ours, "a/Open/Normal/2026-11-03", "a/Open/Normal/2026-11-05@0", "a@9", "update DueDate",
            "a/Open/Normal/2026-11-05", "a/New/Normal/2026-11-05", ReasonCode.ConflictWonHere, "DueDate there none")
            { BaseThere = "a/New/Normal/2026-11-03" },
        new("a due date cleared here goes out as none",
            Newest, "a/Open/Normal/2026-11-03", "a", "a/New/Normal/2026-11-03", "update DueDate", "a", "a",
            ReasonCode.EditedHere)
            { BaseThere = "a/New/Normal/2026-11-03" },
        new("details written on both sides: the rule decides, the loser is kept whole",
            Theirs, "a", "a/Open/Normal//ours@9", "a/New/Normal//theirs@0", "commit", "a/Open/Normal//theirs",
            "a/New/Normal//theirs", ReasonCode.ConflictWonThere, "Details here ours"),
        new("a value in doubt that a later edit beats is recorded",
            Newest, "a", "b@0", "a", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there a")
            { Doubt = new(FieldSet.Of(TaskField.Subject), false) },
        new("a doubt about a field nobody changed again is settled by reading it",
            Newest, "a", "a", "a", "commit", "a", "a", ReasonCode.InStep)
            { Doubt = new(FieldSet.Of(TaskField.Subject), false) },
        new("a doubt about a delete is settled once the task lives on both sides",
            Newest, "a", "a", "a", "commit", "a", "a", ReasonCode.InStep)
            { Doubt = new(FieldSet.None, true) },
        new("a value Salesforce refused waits here, the rest goes out",
            Newest, "a", $"b/{Completed}", "a", "update Status", $"b/{Completed}", $"a/{Done}", ReasonCode.EditedHere)
            { Parked = FieldSet.Of(TaskField.Subject) },
        new("a refused value is decided again once Salesforce's own changed",
            Ours, "a", "b@0", "c@9", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c")
            { Parked = FieldSet.Of(TaskField.Subject) },
        new("a change there comes in past a refused value of another field",
            Newest, "a", "b", $"a/{Done}", "commit", $"b/{Completed}", $"a/{Done}", ReasonCode.EditedOnBothSides)
            { Parked = FieldSet.Of(TaskField.Subject) },
    ];
}
