using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>Faults about deleting, restoring and not seeing.</summary>
internal static class DeleteFaults
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Obeys("delete always wins", j => j.Policy with { Delete = DeleteRule.DeleteWins }),
        Mutant.Obeys("edit always wins", j => j.Policy with { Delete = DeleteRule.EditWins }),
        Mutant.SeesLinked("not visible is deleted", (x, _) => x.Salesforce is SalesforceView.OutOfSight
            ? x with { Salesforce = new SalesforceView.Tombstone() }
            : x),
        Mutant.SeesLinked("not visible is as it was", (x, _) => x.Salesforce is SalesforceView.OutOfSight
            ? x with { Salesforce = new SalesforceView.Present(x.Base.There) }
            : x),
        Mutant.SeesLinked("reassigned is deleted", (x, _) => x.Salesforce is SalesforceView.Reassigned
            ? x with { Salesforce = new SalesforceView.Tombstone() }
            : x),
        Mutant.SeesLinked("reassigned is as it was", (x, _) => x.Salesforce is SalesforceView.Reassigned
            ? x with { Salesforce = new SalesforceView.Present(x.Base.There) }
            : x),
        Mutant.SeesLinked("a deletion there is not seen", (x, _) => x.Salesforce is SalesforceView.Tombstone
            ? x with { Salesforce = new SalesforceView.Present(x.Base.There) }
            : x),
        Mutant.SeesLinked("a deletion here is not seen", (x, _) => x.Local is LocalView.Tombstone
            ? x with { Local = new LocalView.Present(x.Base.Here) }
            : x),
        Mutant.SeesLinked("what the deleter here saw is forgotten", (x, _) => x.Local is LocalView.Tombstone
            ? x with { Local = new LocalView.Tombstone(x.Base.Here) }
            : x),
        Mutant.SeesLinked("what the deleter there saw is forgotten", (x, _) =>
            x is { Local: LocalView.Present, Salesforce: SalesforceView.Tombstone }
                ? x with { Salesforce = new SalesforceView.Tombstone() }
                : x),
        Mutant.SeesLinked("a restore is taken for a deletion", (x, _) => x with { Removed = false }),
        Mutant.SeesLinked("every deletion is taken for a restore", (x, _) => x with { Removed = true }),
        Mutant.Keeps("edit wins, but the edit is gone", (j, keep) => j.Decision.Reason == ReasonCode.EditBeatDelete
            ? keep with { Agreed = j.Linked!.Base.Here }
            : keep),
        Mutant.Lists("delete wins, and the edit is not kept in the history", (j, _) =>
            j.Decision.Reason != ReasonCode.DeleteBeatEdit),
        Mutant.SeesLinked("the recycle bin is not read", (x, _) => x.Salesforce is SalesforceView.Tombstone
            ? x with { Salesforce = new SalesforceView.Tombstone() }
            : x),
        Mutant.SeesLinked("the recycle bin is noted every time", (x, _) => x with { BinNoted = false }),
        Mutant.Does("a restore here undeletes there", j => j is { Operation: Operation.Create, Linked: not null }
            ? new Operation.CommitHere()
            : j.Operation),
        Mutant.Does("nothing is ever deleted there", j => j.Operation is Operation.Delete
            ? new Operation.Nothing()
            : j.Operation),
        Mutant.Does("nothing is ever removed here", j => j.Operation is Operation.RemoveHere
            ? new Operation.Nothing()
            : j.Operation),
        Mutant.Does("both gone is removed again and again", j =>
            j is { Operation: Operation.Nothing, Decision.Verdict: Verdict.Remove, Linked: not null }
                ? new Operation.RemoveHere()
                : j.Operation),
        Mutant.Does("what is deleted before it went out is created", j =>
            j is { At.Pair: TaskPair.LocalOnly, Decision.Verdict: Verdict.Remove }
                ? new Operation.Create()
                : j.Operation),
    ];
}
