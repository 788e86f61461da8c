using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>What holding a deletion back, and rejecting it, does to its row; pure.</summary>
internal static class HeldRows
{
    /// <summary>The task stays as it is and says that it waits; it is looked at again until somebody answers.</summary>
    public static Applied Hold(RowPlan plan, StagedTask fresh, RunFacts facts) =>
        LocalCommit.Apply(
            plan with
            {
                Operation = new Operation.Nothing(),
                Wait = new RowPlan.Waiting(ReasonCode.HeldByFence, LookAgain: true),
            },
            fresh, facts);

    /// <summary>The user keeps the task: it stays here, no longer linked; sending it again is up to them.</summary>
    public static Applied Reject(StagedTask row, TaskLink link, RunFacts facts)
    {
        var task = row.Task with { OutboundConnectionId = null, Version = row.Task.Version + 1 };
        var frozen = link with
        {
            State = LinkState.Frozen,
            LookAgain = false,
            LocalVersion = task.Version,
            Reason = ReasonCode.DeletionRejected,
            ReasonAt = facts.Now,
        };
        return new Applied(task, frozen, new(
            DecisionOutcome.Noted, ReasonCode.DeletionRejected, FieldSet.None, [], []));
    }
}
