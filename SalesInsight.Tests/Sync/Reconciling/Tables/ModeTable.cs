using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>One-way modes, and off (design 5.12).</summary>
internal static class ModeTable
{
    private static readonly ReconcilePolicy In = Words.Policy(TaskSyncMode.InOnly, ConflictRule.SalesInsightWins);
    private static readonly ReconcilePolicy InEdit = In with { Delete = DeleteRule.EditWins };
    private static readonly ReconcilePolicy Out = Words.Policy(TaskSyncMode.OutOnly, ConflictRule.SalesforceWins);
    private static readonly ReconcilePolicy OutEdit = Out with { Delete = DeleteRule.EditWins };
    private static readonly ReconcilePolicy Off = Words.Policy(TaskSyncMode.Off);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("in only: an edit there comes in",
            In, "a", "a", "b", "commit", "b", "b", ReasonCode.EditedThere),
        new("in only: an edit here stays an edit here",
            In, "a", "b", "a", "nothing", "b", "a", ReasonCode.KeptInOnly),
        new("in only: edited on both sides, theirs is taken whatever the rule says",
            In, "a", "b@9", "c@0", "commit", "c", "c", ReasonCode.ConflictWonThere, "Subject here b"),
        new("in only: deleted here is not deleted there",
            In, "a", "-", "a", "nothing", "-", "a", ReasonCode.KeptInOnly),
        new("in only: deleted here, edited there: still nothing is sent",
            InEdit, "a", "-", "b", "nothing", "-", "b", ReasonCode.KeptInOnly),
        new("in only: deleted there goes from here",
            In, "a", "a", "-", "remove", "-", "-", ReasonCode.DeletedThere),
        new("in only: deleted there, edited here: 'edit wins' would need a new record, so the delete wins",
            InEdit, "a", "b", "-", "remove", "-", "-", ReasonCode.DeleteBeatEdit, "Subject here b"),
        new("in only: restored here stays here",
            In, "a", "a", "-", "nothing", "a", "-", ReasonCode.KeptInOnly) { Removed = true },
        new("in only: restored there comes back",
            In, "a", "-", "a", "commit", "a", "a", ReasonCode.RestoredThere) { Removed = true },
        new("out only: an edit here goes out",
            Out, "a", "b", "a", "update Subject", "b", "b", ReasonCode.EditedHere),
        new("out only: an edit there is noted, not applied",
            Out, "a", "a", "b", "nothing", "a", "b", ReasonCode.NotedOutOnly, "Subject there b"),
        new("out only: a local edit sends only the field the user changed",
            Out, "a", "a/Completed", "b", "update Status", "a/Completed", "b/Done", ReasonCode.EditedOnBothSides,
            "Subject there b"),
        new("out only: edited on both sides, ours is sent whatever the rule says",
            Out, "a", "b@0", "c@9", "update Subject", "b", "b", ReasonCode.ConflictWonHere, "Subject there c"),
        new("out only: a deletion there is noted, not applied",
            Out, "a", "a", "-", "nothing", "a", "-", ReasonCode.NotedOutOnly),
        new("out only: a deletion there meeting an edit here makes no new record by itself",
            OutEdit, "a", "b", "-", "nothing", "b", "-", ReasonCode.NotedOutOnly),
        new("out only: deleted here is deleted there, though edited there",
            OutEdit, "a", "-", "b", "delete", "-", "-", ReasonCode.DeleteBeatEdit, "Subject there b"),
        new("out only: restored there does not come back",
            Out, "a", "-", "a", "nothing", "-", "a", ReasonCode.NotedOutOnly) { Removed = true },
        new("out only: restored here is made there again",
            Out, "a", "a", "-", "create", "a", "a", ReasonCode.RestoredHere) { Removed = true },
        new("off: an edit here waits",
            Off, "a", "b", "a", "nothing", "b", "a", ReasonCode.SyncOff),
        new("off: an edit there waits",
            Off, "a", "a", "b", "nothing", "a", "b", ReasonCode.SyncOff),
        new("off: a deletion there waits",
            Off, "a", "a", "-", "nothing", "a", "-", ReasonCode.SyncOff),
        new("off: a deletion here waits",
            Off, "a", "-", "a", "nothing", "-", "a", ReasonCode.SyncOff),
    ];
}
