using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>What a decision that needs no call does here; pure.</summary>
internal static class LocalCommit
{
    public static Applied Apply(RowPlan plan, StagedTask fresh, RunFacts facts) => plan switch
    {
        { Wait: { } wait } => Wait(plan, fresh, wait, facts),
        { Operation: Operation.Nothing } => Rest(plan, fresh, facts),
        { Operation: Operation.CommitHere } => FieldCommit.Apply(plan, fresh, null, null, facts),
        { Operation: Operation.RemoveHere } when plan.Row.Task.IsDeleted => RetireLink(plan, fresh, facts),
        { Operation: Operation.RemoveHere } => RemoveHere(plan, fresh, facts),
        _ => throw new UnreachableException(),
    };

    /// <summary>Brings in a record that was not here.</summary>
    public static Applied Import(SalesforceTask row, Guid taskId, RunFacts facts)
    {
        var content = facts.Policy.Translation.Read(row.Content);
        var task = new ReminderTask(
            taskId, facts.Connection.UserId, content, TypeOf(row), Version: 1, EditTimes.None, facts.Now, null);
        return new Applied(task, LinkTo(row, task, content, ReasonCode.CreatedThere, facts), new(
            DecisionOutcome.CameIn, ReasonCode.CreatedThere, FieldSet.All, [], []));
    }

    /// <summary>Links an existing task to an existing record: Salesforce's content is taken whole.</summary>
    public static Applied Adopt(StagedTask fresh, Sighting.Seen seen, RunFacts facts)
    {
        var local = new LocalView.Present(fresh.Task.Content, fresh.Task.EditedAt);
        var salesforce = new SalesforceView.Present(seen.Row.Content, seen.Row.LastModifiedDate);
        var decision = Reconciler.Reconcile(new TaskPair.Matched(local, salesforce), facts.Policy.For(fresh.Task.Type));
        var agreed = ((Verdict.Keep)decision.Verdict).Agreed;
        var task = fresh.Task with { Content = agreed, Version = fresh.Task.Version + 1 };
        var changes = agreed.DifferingFrom(fresh.Task.Content).Each()
            .Select(f => new DecisionContent.Change(f, fresh.Task.Content[f], agreed[f]));
        return new Applied(task, LinkTo(seen.Row, task, agreed, ReasonCode.Adopted, facts), new(
            DecisionOutcome.CameIn, ReasonCode.Adopted, FieldSet.All, decision.Conflicts, [.. changes]));
    }

    private static TaskLink LinkTo(
        SalesforceTask row, ReminderTask task, TaskContent agreed, ReasonCode reason, RunFacts facts) => new(
            task.Id,
            facts.Connection.Id,
            row.Id,
            LinkState.Active,
            new TaskBase(agreed, row.Content, facts.Policy.Translation.LastOpen(row.Content.Status, null)),
            task.Version,
            row.LastModifiedDate,
            row.LastModifiedDate,
            LookAgain: false,
            BinNoted: false,
            ImmutableSortedSet.Create(row.Id),
            reason,
            facts.Now,
            facts.Now);

    private static ReminderType TypeOf(SalesforceTask row) => row.TaskSubtype switch
    {
        "Call" => ReminderType.Call,
        "Email" => ReminderType.Email,
        _ => ReminderType.Custom,
    };

    /// <summary>In step, or as far as this mode goes: only what was seen is noted, and a wait that is over.</summary>
    private static Applied Rest(RowPlan plan, StagedTask fresh, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        var reason = plan.Decision.Reason == ReasonCode.InStep && !IsWaiting(link.Reason)
            ? link.Reason
            : plan.Decision.Reason;
        var settled = fresh.Task.Version == plan.Row.Task.Version && fresh.Task.Content == link.Base.Here;
        var next = LinkChanges.Observed(link, plan.Sighting, facts.Now) with
        {
            LookAgain = false,
            LocalVersion = settled || fresh.Task.IsDeleted && link.State == LinkState.Removed
                ? fresh.Task.Version
                : link.LocalVersion,
        };
        return Reasoned(link, next, reason, plan.Decision.Conflicts, DecisionOutcome.Noted, facts);
    }

    private static Applied Wait(RowPlan plan, StagedTask fresh, RowPlan.Waiting wait, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        var next = LinkChanges.Observed(link, plan.Sighting, facts.Now) with
        {
            LookAgain = wait.LookAgain || link.LookAgain && plan.Sighting is Sighting.NotRead,
        };
        return Reasoned(link, next, wait.Reason, [], DecisionOutcome.Waits, facts);
    }

    private static Applied Reasoned(
        TaskLink before, TaskLink next, ReasonCode reason, ImmutableArray<Conflict> losers, DecisionOutcome outcome,
        RunFacts facts)
    {
        var sameReason = before.Reason == reason;
        var sameContent = losers.IsEmpty || before.LastModified == next.LastModified;
        if (sameReason && sameContent) return new Applied(null, next == before ? null : next, null);
        next = sameReason ? next : next with { Reason = reason, ReasonAt = facts.Now };
        return new Applied(null, next, new(outcome, reason, FieldSet.None, losers, []));
    }

    private static Applied RemoveHere(RowPlan plan, StagedTask fresh, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        if (fresh.Task.Version != plan.Row.Task.Version)                     // the user has not seen that it is gone
            return new Applied(null, link with { LookAgain = true }, null);
        var task = fresh.Task with
        {
            DeletedAt = facts.Now, DeletedByUser = false, Version = fresh.Task.Version + 1,
        };
        var retired = LinkChanges.Retire(link) with
        {
            BinNoted = true,                             // whoever deleted it there had seen what it held
            LocalVersion = task.Version,
            LookAgain = false,
            Reason = plan.Decision.Reason,
            ReasonAt = facts.Now,
            ReadAt = facts.Now,
        };
        return new Applied(task, retired, new(
            DecisionOutcome.RemovedHere, plan.Decision.Reason, FieldSet.None, plan.Decision.Conflicts, []));
    }

    private static Applied RetireLink(RowPlan plan, StagedTask fresh, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        var retired = LinkChanges.Retire(link) with
        {
            BinNoted = true,
            LocalVersion = fresh.Task.Version == plan.Row.Task.Version ? fresh.Task.Version : 0,
            LookAgain = false,
            Reason = plan.Decision.Reason,
            ReasonAt = facts.Now,
            ReadAt = facts.Now,
        };
        return new Applied(null, retired, new(
            DecisionOutcome.Noted, plan.Decision.Reason, FieldSet.None, plan.Decision.Conflicts, []));
    }

    private static bool IsWaiting(ReasonCode reason) => reason is ReasonCode.OutOfSight or ReasonCode.Reassigned
        or ReasonCode.AwaitingReply or ReasonCode.HeldByFence or ReasonCode.NearMiss or ReasonCode.DuplicateOutOfSight
        or ReasonCode.ChangedMeanwhile or ReasonCode.NotedOutOnly or ReasonCode.KeptInOnly or ReasonCode.UndoTime
        or ReasonCode.RefusedByRule or ReasonCode.RefusedByRights or ReasonCode.RefusedValue
        or ReasonCode.RefusedForNow or ReasonCode.Frozen;
}
