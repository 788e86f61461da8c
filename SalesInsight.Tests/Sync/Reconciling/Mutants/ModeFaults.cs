using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Mutants;

/// <summary>Faults about modes, the first sync and adoption.</summary>
internal static class ModeFaults
{
    public static IEnumerable<Mutant> All =>
    [
        Mutant.Obeys("in only: edits here go out", j => Both(j, TaskSyncMode.InOnly, j.Ours is not null)),
        Mutant.Obeys("in only: deletions here go out", j => Both(j, TaskSyncMode.InOnly, j.HereGone)),
        Mutant.Obeys("in only: a restore here goes out", j => Both(j, TaskSyncMode.InOnly, j.ThereGone)),
        Mutant.Obeys("in only: what is made here goes out", j => Both(j, TaskSyncMode.InOnly, j.Linked is null)),
        Mutant.Keeps("in only: ours wins a conflict", (j, keep) =>
            j is { Mode: TaskSyncMode.InOnly, Ours: { } ours } && !j.Decision.Conflicts.IsEmpty
                ? keep with { Agreed = ours }
                : keep),
        Mutant.Obeys("out only: edits there come in", j => Both(j, TaskSyncMode.OutOnly, j.Raw is not null)),
        Mutant.Obeys("out only: deletions there come in", j => Both(j, TaskSyncMode.OutOnly, j.ThereGone)),
        Mutant.Obeys("out only: a restore there comes in", j => Both(j, TaskSyncMode.OutOnly, j.HereGone)),
        Mutant.Obeys("out only: what is found there comes in", j => Both(j, TaskSyncMode.OutOnly, j.Linked is null)),
        Mutant.Lists("out only: what is not applied is not noted", (j, _) => j.Mode != TaskSyncMode.OutOnly),
        Mutant.Obeys("off is both ways", j => Both(j, TaskSyncMode.Off, true)),
        Mutant.Obeys("both ways is in only", j => j.Mode == TaskSyncMode.Both
            ? j.Policy with { Mode = TaskSyncMode.InOnly }
            : j.Policy),
        Mutant.Sees("the first sync sends what is here", s => s.Pair is TaskPair.LocalOnly x
            ? s with { Pair = x with { Outbound = true } }
            : s),
        Mutant.Sees("nothing made here ever goes out", s => s.Pair is TaskPair.LocalOnly x
            ? s with { Pair = x with { Outbound = false } }
            : s),
        Mutant.Keeps("adoption keeps ours", (j, keep) => j.At.Pair is TaskPair.Matched x
            ? keep with { Agreed = x.Local.Content }
            : keep),
        Mutant.Keeps("adoption takes their cut of our long details", (j, keep) => j.At.Pair is TaskPair.Matched x
            ? keep with { Agreed = j.Translation.Read(x.Salesforce.Content) }
            : keep),
        Mutant.Does("adoption writes there", j => j.At.Pair is TaskPair.Matched
            ? new Operation.Update(FieldSet.All)
            : j.Operation),
        Mutant.Lists("adoption forgets ours", (j, _) => j.At.Pair is not TaskPair.Matched),
        Mutant.Keeps("an import drops the status", (j, keep) => j.At.Pair is TaskPair.SalesforceOnly
            ? keep with { Agreed = keep.Agreed with { Status = ReminderStatus.Open } }
            : keep),
    ];

    private static ReconcilePolicy Both(Judged j, TaskSyncMode mode, bool when) =>
        j.Mode == mode && when ? j.Policy with { Mode = TaskSyncMode.Both } : j.Policy;
}
