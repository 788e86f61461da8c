using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Ledger;

/// <summary>The personal part of a decision, in a side table so that it can be erased alone.</summary>
/// <param name="Subject">The task's name at the time.</param>
/// <param name="Losers">Values that lost, one click from being restored.</param>
/// <param name="Changes">What changed, as here.</param>
/// <param name="Message">Salesforce's own text, when it refused.</param>
internal sealed record DecisionContent(
    string Subject,
    ImmutableArray<Conflict> Losers,
    ImmutableArray<DecisionContent.Change> Changes,
    string? Message = null)
{
    internal sealed record Change(TaskField Field, string? From, string? To);
}
