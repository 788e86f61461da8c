using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>One row that exists here, what was seen of it, what was decided and what is to be done.</summary>
/// <param name="Row">As staged; a commit compares the row's version with it.</param>
/// <param name="Decided">Null when it was not even decided: it waits.</param>
/// <param name="Operation">Follows from the decision, or is nothing while the row waits.</param>
/// <param name="Wait">Why nothing is done; null when something is, or nothing need be.</param>
internal sealed record RowPlan(
    StagedTask Row, Sighting Sighting, DecidedRow? Decided, Operation Operation, RowPlan.Waiting? Wait)
{
    /// <summary>Nothing is done, and the reason is shown.</summary>
    /// <param name="LookAgain">The next run reads the record by id.</param>
    internal sealed record Waiting(ReasonCode Reason, bool LookAgain);

    public static RowPlan Waits(StagedTask row, Sighting sighting, ReasonCode reason, bool lookAgain = false) =>
        new(row, sighting, null, new Operation.Nothing(), new Waiting(reason, lookAgain));

    public Guid TaskId => Row.Task.Id;

    public Decision Decision => Decided?.Decision ?? Decision.Hold(Wait!.Reason);

    /// <summary>What Salesforce holds, as far as this run knows.</summary>
    public SalesforceContent Raw => Sighting is Sighting.Seen x
        ? x.Row.Content
        : Row.Link?.Base.There ?? new SalesforceContent();

    /// <summary>What both sides shall hold; the row's own content when the verdict keeps nothing.</summary>
    public TaskContent Agreed => (Decision.Verdict as Verdict.Keep)?.Agreed ?? Row.Task.Content;

    public FieldSet Left => (Decision.Verdict as Verdict.Keep)?.Left ?? FieldSet.None;

    /// <summary>Nothing outgoing is left of what was once refused.</summary>
    public bool EndsParking => Row.Parking is not null && Wait is null && Left.IsEmpty
        && Operation is (Operation.Nothing or Operation.CommitHere or Operation.RemoveHere);
}
