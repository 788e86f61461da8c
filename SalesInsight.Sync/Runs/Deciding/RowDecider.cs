using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>
/// Decides one row that exists here; pure. The reconciler says what shall be; here is added what only a run knows: open
/// intents, Undo time, parked values, and that nothing is written that was not read in this run.
/// </summary>
internal static class RowDecider
{
    public static RowPlan Decide(StagedTask row, Sighting sighting, RunFacts facts)
    {
        sighting = sighting.Remembering(row.Link);
        if (MustWait(row, facts) is { } reason) return RowPlan.Waits(row, sighting, reason);
        var pair = Pair(row, sighting, facts);
        var decision = Reconciler.Reconcile(pair, facts.Policy.For(row.Task.Type));
        var decided = new DecidedRow(row.Task.Id, pair, decision, Confirmed: row.Task.DeletedByUser);
        if (decided.Decision.Verdict is Verdict.Hold hold)
            return new(row, sighting, decided, decided.Operation, new(hold.Reason, LookAgain: row.Link is not null));

        var left = (decided.Decision.Verdict as Verdict.Keep)?.Left ?? FieldSet.None;
        var wait = Parked(row, sighting, decided.Operation, left, facts) ?? Unread(sighting, decided.Operation);
        return new(row, sighting, decided, wait is null ? decided.Operation : new Operation.Nothing(), wait);
    }

    private static ReasonCode? MustWait(StagedTask row, RunFacts facts)
    {
        if (row.Link is { } link && (link.State == LinkState.Frozen || link.ConnectionId != facts.Connection.Id))
            return ReasonCode.Frozen;
        if (row.Intent is not null) return ReasonCode.AwaitingReply;
        return row.Task is { DeletedAt: { } at, DeletedByUser: true } && row.Link is { State: LinkState.Active }
            && facts.Now < at + ReminderTask.UndoTime ? ReasonCode.UndoTime : null;
    }

    private static TaskPair Pair(StagedTask row, Sighting sighting, RunFacts facts)
    {
        var local = Views.Local(row.Task, facts.ClockOffset);
        if (row.Link is not { } link)
            return new TaskPair.LocalOnly(local, row.Task.OutboundConnectionId == facts.Connection.Id);
        var salesforce = Views.Salesforce(link, sighting, facts.Connection.SalesforceUserId);
        var parked = Parkings.Holds(row, sighting, facts) ? row.Parking!.Fields : FieldSet.None;
        return new TaskPair.Linked(
            link.Base, local, salesforce, link.State == LinkState.Removed, parked, link.BinNoted);
    }

    /// <summary>A whole operation that Salesforce refused and that nothing has changed since; a create is tried without
    /// the refused fields as long as it keeps a name and a status.</summary>
    private static RowPlan.Waiting? Parked(
        StagedTask row, Sighting sighting, Operation operation, FieldSet left, RunFacts facts)
    {
        if (!Parkings.Holds(row, sighting, facts)) return null;
        var fields = row.Parking!.Fields;
        var blocked = operation switch
        {
            Operation.Delete => true,
            Operation.Create => fields.Contains(TaskField.Subject) || fields.Contains(TaskField.Status),
            Operation.Nothing => left.Union(fields) == left && !left.IsEmpty,
            _ => false,
        };
        return blocked ? new(Parkings.Reason(row.Parking.Fault), LookAgain: false) : null;
    }

    private static RowPlan.Waiting? Unread(Sighting sighting, Operation operation) =>
        operation is Operation.Update or Operation.Delete && sighting is not Sighting.Seen { IsOfOrg: false }
            ? new(ReasonCode.ChangedMeanwhile, LookAgain: true)
            : null;
}
