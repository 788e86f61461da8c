using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>Deletions, restores, and what is merely not seen (design 5.5, 5.6, 5.11).</summary>
internal static class DeleteTable
{
    private static readonly ReconcilePolicy DeleteWins = Words.Policy();
    private static readonly ReconcilePolicy EditWins = Words.Policy(delete: DeleteRule.EditWins);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("deleted there, untouched here: it goes from here",
            DeleteWins, "a", "a", "-", "remove", "-", "-", ReasonCode.DeletedThere),
        new("deleted there, untouched here: it goes under 'edit wins' too",
            EditWins, "a", "a", "-", "remove", "-", "-", ReasonCode.DeletedThere),
        new("deleted here, untouched there: it is deleted there",
            DeleteWins, "a", "-", "a", "delete", "-", "-", ReasonCode.DeletedHere),
        new("deleted here, untouched there: deleted under 'edit wins' too",
            EditWins, "a", "-", "a", "delete", "-", "-", ReasonCode.DeletedHere),
        new("deleted on both sides: the link becomes a tombstone",
            DeleteWins, "a", "-", "-", "remove", "-", "-", ReasonCode.DeletedOnBothSides),
        new("delete wins: deleted there, edited here",
            DeleteWins, "a", "b@9", "-", "remove", "-", "-", ReasonCode.DeleteBeatEdit, "Subject here b"),
        new("edit wins: deleted there, edited here, so a new record is made",
            EditWins, "a", "b@-9", "-", "create", "b", "b", ReasonCode.EditBeatDelete),
        new("delete wins: deleted here, edited there",
            DeleteWins, "a", "-", "b@9", "delete", "-", "-", ReasonCode.DeleteBeatEdit, "Subject there b"),
        new("edit wins: deleted here, edited there, so it is back here",
            EditWins, "a", "-", "b@-9", "commit", "b", "b", ReasonCode.EditBeatDelete),
        new("edit wins: an open status of theirs is an edit too, though it reads the same",
            EditWins, "a", "-", "a/Waiting", "commit", "a", "a/Waiting", ReasonCode.EditBeatDelete),
        new("delete wins: their open status is kept in the history",
            DeleteWins, "a", "-", "a/Waiting", "delete", "-", "-", ReasonCode.DeleteBeatEdit, "Status there Waiting"),
        new("edit wins: edited there to just what was deleted here, so nobody's edit is unseen",
            EditWins, "a", "- b", "b@9", "delete", "-", "-", ReasonCode.DeletedHere),
        new("edit wins: one field there is what was deleted here, another is not",
            EditWins, "a", "- b", "b/Waiting@9", "commit", "b", "b/Waiting", ReasonCode.EditBeatDelete),
        new("edit wins: what was deleted here had never been as it is there",
            EditWins, "a", "- b", "c@9", "commit", "c", "c", ReasonCode.EditBeatDelete),
        new("delete wins: edited there to just what was deleted here is no loser",
            DeleteWins, "a", "- b", "b@9", "delete", "-", "-", ReasonCode.DeletedHere),
        new("edit wins: edited here to just what was deleted there, so it goes",
            EditWins, "a", "b@9", "- b", "remove", "-", "-", ReasonCode.DeletedThere),
        new("edit wins: edited here, and what was deleted there showed another edit",
            EditWins, "a", "b@9", "- c", "create", "b", "b", ReasonCode.EditBeatDelete),
        new("delete wins: edited here to just what was deleted there is no loser",
            DeleteWins, "a", "b@9", "- b", "remove", "-", "-", ReasonCode.DeletedThere),
        new("a value in doubt that is just what was deleted here is in doubt no more",
            EditWins, "a", "- b", "b", "delete", "-", "-", ReasonCode.DeletedHere)
            { Doubt = new(FieldSet.Of(TaskField.Subject), false) },
        new("delete wins over a value in doubt, which is recorded",
            DeleteWins, "a", "- b", "a", "delete", "-", "-", ReasonCode.DeleteBeatEdit, "Subject there a")
            { Doubt = new(FieldSet.Of(TaskField.Subject), false) },
        new("edit wins: a delete in doubt that somebody may have undone there brings it back",
            EditWins, "a", "-", "a", "commit", "a", "a", ReasonCode.EditBeatDelete)
            { Doubt = new(FieldSet.None, true) },
        new("not visible is not deleted",
            DeleteWins, "a", "a", "?", "nothing", "a", "?", ReasonCode.OutOfSight),
        new("not visible: an edit here waits",
            EditWins, "a", "b", "?", "nothing", "b", "?", ReasonCode.OutOfSight),
        new("not visible: a deletion here waits",
            DeleteWins, "a", "-", "?", "nothing", "-", "?", ReasonCode.OutOfSight),
        new("reassigned there: nothing is deleted",
            DeleteWins, "a", "a", "other", "nothing", "a", "other", ReasonCode.Reassigned),
        new("reassigned there: a deletion here waits",
            DeleteWins, "a", "-", "other", "nothing", "-", "other", ReasonCode.Reassigned),
        new("restored there after both were gone: alive here again",
            DeleteWins, "a", "-", "a", "commit", "a", "a", ReasonCode.RestoredThere) { Removed = true },
        new("restored there with other words: they come along",
            DeleteWins, "a", "-", "b", "commit", "b", "b", ReasonCode.RestoredThere) { Removed = true },
        new("restored here after both were gone: a new record, since nothing undeletes",
            DeleteWins, "a", "a", "-", "create", "a", "a", ReasonCode.RestoredHere) { Removed = true },
        new("restored here and edited: the new record carries the edit",
            DeleteWins, "a", "b", "-", "create", "b", "b", ReasonCode.RestoredHere) { Removed = true },
        new("restored on both sides: linked again, merged as ever",
            DeleteWins, "a", "b", "a", "update Subject", "b", "b", ReasonCode.RestoredThere) { Removed = true },
        new("both gone for good: nothing more to do",
            DeleteWins, "a", "-", "-", "nothing", "-", "-", ReasonCode.DeletedOnBothSides) { Removed = true },
        new("an edit that our delete met is found in the recycle bin and recorded",
            DeleteWins, "a", "-", "- b", "remove", "-", "-", ReasonCode.DeletedOnBothSides, "Subject there b")
            { Removed = true },
        new("what the recycle bin shows is recorded once",
            DeleteWins, "a", "-", "- b", "nothing", "-", "-", ReasonCode.DeletedOnBothSides)
            { Removed = true, BinNoted = true },
        new("restored here: what our delete had met there is recorded",
            DeleteWins, "a", "a", "- b", "create", "a", "a", ReasonCode.RestoredHere, "Subject there b")
            { Removed = true },
    ];
}
