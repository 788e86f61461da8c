using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling.Tables;

/// <summary>Tasks without a link: the first sync, what was made here, what is found there, adoption (design 5.1, 5.2,
/// 5.14).</summary>
internal static class UnlinkedTable
{
    private static readonly ReconcilePolicy Both = Words.Policy();
    private static readonly ReconcilePolicy In = Words.Policy(TaskSyncMode.InOnly);
    private static readonly ReconcilePolicy Out = Words.Policy(TaskSyncMode.OutOnly);

    public static IReadOnlyList<Claim> Claims { get; } =
    [
        MadeHere("made here while the sync is on: goes out", Both, "a", true, "create a", ReasonCode.CreatedHere),
        MadeHere("made here in 'out only': goes out", Out, "a", true, "create a", ReasonCode.CreatedHere),
        MadeHere("made here in 'in only': stays", In, "a", true, "nothing", ReasonCode.MadeWhileOff),
        MadeHere("older than the sync: stays", Both, "a", false, "nothing", ReasonCode.OlderThanSync),
        MadeHere("older than the sync, 'SalesInsight wins': stays",
            Words.Policy(conflict: ConflictRule.SalesInsightWins), "a", false, "nothing", ReasonCode.OlderThanSync),
        MadeHere("made and deleted here before it went out: nothing is sent", Both, "-", true, "nothing",
            ReasonCode.DeletedHere),
        FoundThere("found there: comes in", Both, "b/Waiting/High", "commit b/Open/High", ReasonCode.CreatedThere),
        FoundThere("found there completed by another closed word: comes in completed", In, "b/Dropped",
            "commit b/Completed", ReasonCode.CreatedThere),
        FoundThere("found there in 'out only': left", Out, "b", "nothing", ReasonCode.NotedOutOnly),
        FoundThere("found there under a template: its subject is taken as it is",
            Words.Policy(template: Words.Prefixed), "Call: b", "commit Call: b", ReasonCode.CreatedThere),
        Two("two alike are linked, nothing is sent", Both, "b", "b", "commit b", ""),
        Two("two that differ: theirs is taken whole, ours is kept as losers", Both, "b/Completed/High", "b/Waiting",
            "commit b", "Status here Completed, Priority here High"),
        Two("theirs is taken whole even where SalesInsight wins", Words.Policy(conflict: ConflictRule.SalesInsightWins),
            "b/Open/Normal/2026-11-03", "b", "commit b", "DueDate here 2026-11-03"),
        Two("our own templated subject there is no difference", Words.Policy(template: Words.Prefixed), "b", "Call: b",
            "commit b", ""),
        Two("their cut of our long details is no difference", Both, $"b/Open/Normal//{DetailsSpace.Long}",
            $"b/New/Normal//{DetailsSpace.Cut}", $"commit b/Open/Normal//{DetailsSpace.Long}", ""),
    ];

    private static Claim MadeHere(
        string says, ReconcilePolicy policy, string local, bool outbound, string does, ReasonCode reason) =>
        Ask(says, policy, new TaskPair.LocalOnly(Notation.Local(local), outbound), does, reason, "");

    private static Claim FoundThere(
        string says, ReconcilePolicy policy, string there, string does, ReasonCode reason) =>
        Ask(says, policy, new TaskPair.SalesforceOnly(new(Notation.There(there))), does, reason, "");

    private static Claim Two(
        string says, ReconcilePolicy policy, string here, string there, string does, string lost) =>
        Ask(says, policy, new TaskPair.Matched(new(Notation.Here(here)), new(Notation.There(there))), does,
            ReasonCode.Adopted, lost);

    private static Claim Ask(
        string says, ReconcilePolicy policy, TaskPair pair, string does, ReasonCode reason, string lost) =>
        Claim.Of(says, (does, reason, lost), core =>
        {
            var judged = core.Judge(new(pair, policy));
            var content = judged.Keep is { } keep ? $" {Notation.Write(keep.Agreed)}" : "";
            return (Notation.Write(judged.Operation) + content, judged.Decision.Reason,
                Notation.Write(judged.Decision.Conflicts));
        });
}
