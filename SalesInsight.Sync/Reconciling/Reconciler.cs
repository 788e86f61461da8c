using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// The one decision of the engine: from three observations of a task (local, Salesforce, base) to its end state. Pure,
/// total; its laws are tests (Reconciling/Laws) and its rules were enumerated in the reference model (design
/// section 6).
/// </summary>
internal static class Reconciler
{
    public static Decision Reconcile(TaskPair pair, ReconcilePolicy policy) => pair switch
    {
        _ when policy.Mode == TaskSyncMode.Off => Decision.Hold(ReasonCode.SyncOff),
        TaskPair.LocalOnly x => LocalOnly(x, policy),
        TaskPair.SalesforceOnly x => SalesforceOnly(x, policy),
        TaskPair.Matched x => Adopt(x, policy),
        TaskPair.Linked x => Linked(x, policy),
        _ => throw new UnreachableException(),
    };

    private static Decision LocalOnly(TaskPair.LocalOnly pair, ReconcilePolicy policy) => pair.Local switch
    {
        LocalView.Tombstone => new(new Verdict.Remove(), ReasonCode.DeletedHere),
        _ when !pair.Outbound => Decision.Hold(ReasonCode.OlderThanSync),
        _ when policy.Mode == TaskSyncMode.InOnly => Decision.Hold(ReasonCode.MadeWhileOff),
        LocalView.Present x => new(new Verdict.Keep(x.Content, FieldSet.All), ReasonCode.CreatedHere),
        _ => throw new UnreachableException(),
    };

    private static Decision SalesforceOnly(TaskPair.SalesforceOnly pair, ReconcilePolicy policy) =>
        policy.Mode != TaskSyncMode.OutOnly
            ? new(new Verdict.Keep(policy.Translation.Read(pair.Salesforce.Content)), ReasonCode.CreatedThere)
            : Decision.Hold(ReasonCode.NotedOutOnly);

    /// <summary>
    /// Adoption takes Salesforce's content whole; local differences are kept as losers (design 5.14). A value there
    /// that is ours as it would be sent (long details cut, the templated subject) is no difference.
    /// </summary>
    private static Decision Adopt(TaskPair.Matched pair, ReconcilePolicy policy)
    {
        var (ours, raw, translation) = (pair.Local.Content, pair.Salesforce.Content, policy.Translation);
        var agreed = translation.Read(raw);
        foreach (var field in FieldSet.Fields)
            if (translation.Render(field, ours[field], lastOpenStatus: null) == raw[field])
                agreed = agreed.With(field, ours[field]);
        var losers = ours.DifferingFrom(agreed).Each().Select(f => new Conflict(f, Side.Local, ours[f], agreed[f]));
        return new(new Verdict.Keep(agreed), ReasonCode.Adopted, [.. losers]);
    }

    private static Decision Linked(TaskPair.Linked pair, ReconcilePolicy policy) => (pair.Local, pair.Salesforce) switch
    {
        (_, SalesforceView.OutOfSight) => Decision.Hold(ReasonCode.OutOfSight),
        (_, SalesforceView.Reassigned) => Decision.Hold(ReasonCode.Reassigned),
        (LocalView.Present l, SalesforceView.Present s) => FieldMerge.Merge(pair, l, s, policy),
        (LocalView.Present l, SalesforceView.Tombstone s) => GoneThere(pair, l, s, policy),
        (LocalView.Tombstone l, SalesforceView.Present s) => GoneHere(pair, l, s, policy),
        (LocalView.Tombstone, SalesforceView.Tombstone s) =>
            new(new Verdict.Remove(), ReasonCode.DeletedOnBothSides, InTheBin(pair, s)),
        _ => throw new UnreachableException(),
    };

    private static Decision GoneThere(
        TaskPair.Linked pair, LocalView.Present local, SalesforceView.Tombstone theirs, ReconcilePolicy policy)
    {
        var again = new Verdict.Keep(local.Content, FieldSet.All);
        if (pair.Removed)                                    // both were gone: alive here again is a restore
            return policy.Mode == TaskSyncMode.InOnly
                ? Decision.Hold(ReasonCode.KeptInOnly)
                : new(again, ReasonCode.RestoredHere, InTheBin(pair, theirs));
        if (policy.Mode == TaskSyncMode.OutOnly) return Decision.Hold(ReasonCode.NotedOutOnly);

        var edited = local.Content.DifferingFrom(pair.Base.Here);
        if (theirs.LastContent is { } seen) edited = edited.Except(Alike(pair, local.Content, seen, policy));
        if (edited.IsEmpty) return new(new Verdict.Remove(), ReasonCode.DeletedThere);
        if (policy is { Delete: DeleteRule.EditWins, Mode: TaskSyncMode.Both })
            return new(again, ReasonCode.EditBeatDelete);
        var losers = edited.Each().Select(f => new Conflict(f, Side.Local, local.Content[f], null));
        return new(new Verdict.Remove(), ReasonCode.DeleteBeatEdit, [.. losers]);
    }

    private static Decision GoneHere(
        TaskPair.Linked pair, LocalView.Tombstone local, SalesforceView.Present theirs, ReconcilePolicy policy)
    {
        if (pair.Removed)                                    // both were gone: alive there again is a restore
            return policy.Mode == TaskSyncMode.OutOnly
                ? Decision.Hold(ReasonCode.NotedOutOnly)
                : BackHere(pair, theirs, policy, ReasonCode.RestoredThere);
        if (policy.Mode == TaskSyncMode.InOnly) return Decision.Hold(ReasonCode.KeptInOnly);

        var edited = theirs.Content.DifferingFrom(pair.Base.There).Union(pair.Base.Doubt.Fields)
            .Except(Alike(pair, local.LastContent, theirs.Content, policy));
        if (edited.IsEmpty && !pair.Base.Doubt.Delete) return new(new Verdict.Remove(), ReasonCode.DeletedHere);
        if (policy is { Delete: DeleteRule.EditWins, Mode: TaskSyncMode.Both })
            return BackHere(pair, theirs, policy, ReasonCode.EditBeatDelete);
        return new(new Verdict.Remove(), ReasonCode.DeleteBeatEdit, Beaten(edited, theirs.Content));
    }

    /// <summary>
    /// Where both sides show the same: whoever deletes one has seen what the other holds, and no edit there is unseen.
    /// </summary>
    private static FieldSet Alike(
        TaskPair.Linked pair, TaskContent ours, SalesforceContent theirs, ReconcilePolicy policy) =>
        FieldSet.All.Except(policy.Translation.Render(ours, pair.Base.LastOpenStatus).DifferingFrom(theirs));

    private static Decision BackHere(
        TaskPair.Linked pair, SalesforceView.Present theirs, ReconcilePolicy policy, ReasonCode reason)
    {
        var taken = FieldMerge.TakeTheirs(pair.Base, theirs.Content, policy.Translation);
        var losers = FieldMerge.NotedRename(pair.Base, theirs.Content, policy.Translation);
        return new(new Verdict.Keep(taken), reason, losers);
    }

    /// <summary>A deleted record still shows its contents: an edit that our own delete met is found there.</summary>
    private static ImmutableArray<Conflict> InTheBin(TaskPair.Linked pair, SalesforceView.Tombstone theirs) =>
        theirs.LastContent is { } content && !pair.BinNoted
            ? Beaten(content.DifferingFrom(pair.Base.There), content)
            : [];

    private static ImmutableArray<Conflict> Beaten(FieldSet fields, SalesforceContent theirs) =>
        [.. fields.Each().Select(f => new Conflict(f, Side.Salesforce, theirs[f], null))];
}
