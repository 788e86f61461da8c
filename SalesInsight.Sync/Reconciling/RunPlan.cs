using System.Collections.Immutable;

namespace SalesInsight.Sync.Reconciling;

/// <summary>Everything a run does, in the order it does it.</summary>
/// <param name="Here">Rows that need a local transaction alone (commit or remove), in the order given.</param>
/// <param name="Calls">One write call each; rows of one kind are together, so that they fall into whole collections.
/// </param>
/// <param name="Held">Deletions the fence holds until a person answers.</param>
internal sealed record RunPlan(
    ImmutableArray<DecidedRow> Here,
    ImmutableArray<ImmutableArray<DecidedRow>> Calls,
    ImmutableArray<DecidedRow> Held);
