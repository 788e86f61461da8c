using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>A task with its decision, ready to be planned.</summary>
/// <param name="TaskId">Ours.</param>
/// <param name="Pair">What was decided on.</param>
/// <param name="Decision">What shall be.</param>
/// <param name="Confirmed">
/// A person confirmed the deletion here (deleted it here, or approved it), or it is the engine's own (an occurrence
/// replaced by its series): the delete fence does not count it.
/// </param>
internal sealed record DecidedRow(Guid TaskId, TaskPair Pair, Decision Decision, bool Confirmed = false)
{
    public Operation Operation { get; } = Operation.Of(Pair, Decision);

    /// <summary>A deletion that would take something away on one side, and that nobody confirmed.</summary>
    public bool IsFenced => !Confirmed && (Operation is Operation.Delete
        || (Operation is Operation.RemoveHere && Pair is TaskPair.Linked { Local: LocalView.Present }));

    /// <summary>The records it hangs on; rows that share one lock one another in Salesforce.</summary>
    public (string? RelatedId, string? PersonId) Parents => Pair switch
    {
        TaskPair.LocalOnly { Local: LocalView.Present x } => ParentsOf(x.Content),
        TaskPair.Linked { Local: LocalView.Present x } => ParentsOf(x.Content),
        TaskPair.Linked x => ParentsOf(x.Base.Here),
        _ => default,
    };

    private static (string?, string?) ParentsOf(TaskContent content) => (content.RelatedId, content.PersonId);
}
