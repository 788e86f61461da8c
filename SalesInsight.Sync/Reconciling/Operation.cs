using System.Diagnostics;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// What is done to bring one task to its end state: the difference between what is and what was decided.
/// </summary>
internal abstract record Operation
{
    private Operation() { }

    /// <summary>Everything is as decided, or waits.</summary>
    internal sealed record Nothing : Operation;

    /// <summary>A local transaction alone: the agreed content, the base, the link.</summary>
    internal sealed record CommitHere : Operation;

    /// <summary>A local transaction alone: the task goes from here and its link becomes a tombstone.</summary>
    internal sealed record RemoveHere : Operation;

    /// <param name="Fields">What is sent; no other field is.</param>
    internal sealed record Update(FieldSet Fields) : Operation;

    /// <summary>A new record, also for a task whose record is gone: REST has no undelete (design 5.6).</summary>
    internal sealed record Create : Operation;

    /// <summary>The record is deleted in Salesforce.</summary>
    internal sealed record Delete : Operation;

    public static Operation Of(TaskPair pair, Decision decision) => decision.Verdict switch
    {
        Verdict.Hold => new Nothing(),
        Verdict.Remove => ToRemove(pair, decision),
        Verdict.Keep keep => ToKeep(pair, keep),
        _ => throw new UnreachableException(),
    };

    private static Operation ToRemove(TaskPair pair, Decision decision) => pair switch
    {
        TaskPair.LocalOnly => new Nothing(),
        TaskPair.Linked { Salesforce: SalesforceView.Present } => new Delete(),
        // both sides are gone and the link says so; only what the recycle bin still shows may have to be noted
        TaskPair.Linked { Removed: true, Local: LocalView.Tombstone } when decision.Conflicts.IsEmpty => new Nothing(),
        TaskPair.Linked => new RemoveHere(),
        _ => throw new UnreachableException(),
    };

    private static Operation ToKeep(TaskPair pair, Verdict.Keep keep) => pair switch
    {
        TaskPair.LocalOnly or TaskPair.Linked { Salesforce: SalesforceView.Tombstone } => new Create(),
        TaskPair.SalesforceOnly or TaskPair.Matched => new CommitHere(),
        TaskPair.Linked when !keep.Sent.IsEmpty => new Update(keep.Sent),
        TaskPair.Linked { Salesforce: SalesforceView.Present s } x => IsInStep(x, s, keep)
            ? new Nothing()
            : new CommitHere(),
        _ => throw new UnreachableException(),
    };

    private static bool IsInStep(TaskPair.Linked pair, SalesforceView.Present salesforce, Verdict.Keep keep)
    {
        if (pair.Removed || pair.Base.Doubt.Delete || pair.Local is not LocalView.Present local) return false;
        var moved = local.Content.DifferingFrom(keep.Agreed)
            .Union(pair.Base.Here.DifferingFrom(keep.Agreed))
            .Union(pair.Base.There.DifferingFrom(salesforce.Content))
            .Union(pair.Base.Doubt.Fields);
        return moved.Except(keep.Left).IsEmpty;
    }
}
