using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Deciding;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>One row on its way to Salesforce.</summary>
/// <param name="Fields">What is sent; none for a delete.</param>
/// <param name="Sent">The raw values sent; those of other fields are as read.</param>
internal sealed record Push(RowPlan Plan, PushKind Kind, FieldSet Fields, TaskContent Agreed, SalesforceContent Sent)
{
    public Guid TaskId => Plan.TaskId;

    /// <summary>The same insert once more, after one whose reply was lost.</summary>
    public bool IsAgain { get; private init; }

    /// <summary>The push a plan asks for; null when it asks for none.</summary>
    public static Push? Of(RowPlan plan, RunFacts facts) => plan.Operation switch
    {
        Operation.Update x => Render(plan, PushKind.Update, x.Fields, plan.Agreed, plan.Raw, facts),
        Operation.Delete => new Push(plan, PushKind.Delete, FieldSet.None, plan.Row.Task.Content, plan.Raw),
        Operation.Create => Create(plan, facts),
        _ => null,
    };

    /// <summary>Whichever of the two inserts lands, the base is known (rule SameInsertAgain).</summary>
    public static Push Again(RowPlan plan, PushIntent intent) =>
        new(plan, PushKind.Create, intent.Fields, intent.Agreed, intent.Sent) { IsAgain = true };

    public PushIntent Intent(RunFacts facts, DateTimeOffset now) => new(
        TaskId,
        facts.Connection.Id,
        Kind,
        Kind == PushKind.Create ? null : Plan.Row.Link!.SalesforceId,
        Fields,
        Agreed,
        Sent,
        Plan.Raw,
        (Plan.Sighting as Sighting.Seen)?.Touch,
        now);

    public WriteRequest.Row Request(SyncConnection connection) => Kind switch
    {
        PushKind.Create => new WriteRequest.Create(TaskId, connection.ExternalId(TaskId), Sent),
        PushKind.Update => new WriteRequest.Update(TaskId, Plan.Row.Link!.SalesforceId, Sent, Fields),
        _ => new WriteRequest.Delete(TaskId, Plan.Row.Link!.SalesforceId),
    };

    /// <summary>A field that Salesforce refused is left out of a create, and out of what is agreed.</summary>
    private static Push Create(RowPlan plan, RunFacts facts)
    {
        var refused = Parkings.Holds(plan.Row, plan.Sighting, facts) ? plan.Row.Parking!.Fields : FieldSet.None;
        var fields = FieldSet.All.Except(refused);
        var agreed = plan.Agreed;
        foreach (var field in refused.Each())
            agreed = agreed.With(field, facts.Policy.Translation.Read(field, null));
        return Render(plan, PushKind.Create, fields, agreed, new SalesforceContent(), facts);
    }

    private static Push Render(
        RowPlan plan, PushKind kind, FieldSet fields, TaskContent agreed, SalesforceContent raw, RunFacts facts)
    {
        var lastOpen = plan.Row.Link?.Base.LastOpenStatus;
        var translation = facts.Policy.For(plan.Row.Task.Type).Translation;
        foreach (var field in fields.Each())
            raw = raw.With(field, translation.Render(field, agreed[field], lastOpen));
        return new Push(plan, kind, fields, agreed, raw);
    }
}
