using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>What a push that was done, or refused, does here; pure. The intent is cleared by the caller.</summary>
internal static class PushCommit
{
    public static Applied Done(
        Push push, StagedTask fresh, string salesforceId, SalesforceTask? preImage, RunFacts facts) => push.Kind switch
        {
            PushKind.Create => Created(push, fresh, salesforceId, facts),
            PushKind.Update => FieldCommit.Apply(push.Plan, fresh, push, preImage, facts),
            _ => Deleted(push, fresh, preImage, facts),
        };

    /// <summary>
    /// A record that the call's own retrieve did not show, or that is gone, is read again before anything is concluded
    /// from the refusal: for a hidden record Salesforce names a broken reference, and it may be shown again.
    /// </summary>
    public static bool LooksAgain(Push push, SalesforceFault fault, bool wasShown) => push.Kind != PushKind.Create
        && (!wasShown || fault.Code is FaultCode.RowDeleted or FaultCode.RowNotFound);

    public static Applied Refused(
        Push push, StagedTask fresh, SalesforceFault fault, bool looksAgain, RunFacts facts)
    {
        var reason = Parkings.Reason(fault);
        var entry = new Applied.LedgerEntry(
            DecisionOutcome.Waits, reason, push.Fields, [], [], fault.ErrorCode, fault.Message);
        if (fresh.Link is not { } link) return new Applied(null, null, entry);
        var next = link with
        {
            Base = looksAgain ? link.Base : Met(push, link.Base, facts.Policy.Translation),
            LookAgain = looksAgain, Reason = looksAgain ? ReasonCode.ChangedMeanwhile : reason, ReasonAt = facts.Now,
        };
        return new Applied(null, next, entry);
    }

    /// <summary>
    /// What a refused value met there lost to it, and was recorded before it was sent: it becomes the base, so that
    /// only another change there asks again. Else the refused value would be sent, and refused, in every run.
    /// </summary>
    private static TaskBase Met(Push push, TaskBase before, Translation translation)
    {
        if (push.Kind != PushKind.Update) return before;
        var met = before.There;
        foreach (var field in push.Fields.Each()) met = met.With(field, push.Plan.Raw[field]);
        return before with
        {
            Here = FieldMerge.TakeTheirs(before, met, translation),
            There = met,
            LastOpenStatus = translation.LastOpen(met.Status, before.LastOpenStatus),
        };
    }

    private static Applied Created(Push push, StagedTask fresh, string salesforceId, RunFacts facts)
    {
        var isWithout = push.Plan.Row.Parking is { } parking && Parkings.IsPersonGone(parking)
            && !push.Fields.Contains(TaskField.Person);
        var reason = isWithout ? ReasonCode.SentWithoutPerson : push.Plan.Decision.Reason;
        var link = IntentResolver.Bind(fresh, salesforceId, push.Agreed, push.Sent, facts) with
        {
            LookAgain = false,
            Reason = reason,
            LocalVersion = !fresh.Task.IsDeleted && fresh.Task.Content == push.Agreed ? fresh.Task.Version : 0,
        };
        return new Applied(null, link, new(
            DecisionOutcome.SentOut, reason, push.Fields, [], []));
    }

    private static Applied Deleted(Push push, StagedTask fresh, SalesforceTask? preImage, RunFacts facts)
    {
        if (fresh.Link is not { } link) return Applied.Unchanged;
        var translation = facts.Policy.Translation;
        var before = preImage?.Content ?? push.Plan.Raw;
        var edited = before.DifferingFrom(push.Plan.Raw);
        var losers = edited.Each().Select(f => new Conflict(f, Side.Salesforce, before[f], null));
        var retired = LinkChanges.WithLastContents(LinkChanges.Retire(link), before, translation) with
        {
            LookAgain = true,                                      // its contents are read once more, in the bin
            Reason = push.Plan.Decision.Reason,
            ReasonAt = facts.Now,
            LocalVersion = fresh.Task.IsDeleted ? fresh.Task.Version : 0,
        };
        var entry = new Applied.LedgerEntry(
            DecisionOutcome.RemovedThere, push.Plan.Decision.Reason, FieldSet.None, [.. losers], []);
        if (!fresh.Task.IsDeleted || edited.IsEmpty
            || facts.Policy is not { Delete: DeleteRule.EditWins, Mode: TaskSyncMode.Both })
            return new Applied(null, retired, entry);

        var task = fresh.Task with                                 // edit wins: back here, a new record follows
        {
            Content = retired.Base.Here, DeletedAt = null, DeletedByUser = false, Version = fresh.Task.Version + 1,
        };
        return new Applied(task, retired with { LocalVersion = 0, Reason = ReasonCode.EditBeatDelete }, entry);
    }
}
