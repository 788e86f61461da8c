using System.Collections.Immutable;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// From decided rows to the fewest write calls: collections of one kind and at most 200 rows; four to a call beside the
/// retrieve of pre-images, five when a call only creates. Pure.
/// </summary>
internal static class Planner
{
    /// <summary>Rows of one collection (REST guide, sObject Collections).</summary>
    public const int CollectionRowsMax = 200;

    /// <summary>Collections in one composite call beside the retrieve (five query or collection subrequests).</summary>
    public const int CollectionsMax = 4;

    /// <summary>Collections in one composite call that only creates.</summary>
    public const int CreateCollectionsMax = 5;

    /// <param name="rows">Decided rows, oldest first.</param>
    /// <param name="here">The fence for deletions here, made in Salesforce.</param>
    /// <param name="there">The fence for deletions in Salesforce, made here.</param>
    public static RunPlan Plan(IReadOnlyCollection<DecidedRow> rows, DeleteFence here, DeleteFence there)
    {
        ImmutableArray<DecidedRow> held =
        [
            .. HeldBack<Operation.RemoveHere>(rows, here), .. HeldBack<Operation.Delete>(rows, there),
        ];
        var waiting = held.Select(r => r.TaskId).ToHashSet();
        var passing = rows.Where(r => !waiting.Contains(r.TaskId)).ToList();
        return new(
            [.. passing.Where(r => r.Operation is Operation.CommitHere or Operation.RemoveHere)],
            Calls(passing),
            held);
    }

    private static IEnumerable<DecidedRow> HeldBack<TOperation>(
        IReadOnlyCollection<DecidedRow> rows, DeleteFence fence) where TOperation : Operation
    {
        var deletions = rows.Where(r => r.IsFenced && r.Operation is TOperation).ToList();
        return deletions.Skip(fence.Admits(deletions.Count));
    }

    private static ImmutableArray<ImmutableArray<DecidedRow>> Calls(IReadOnlyCollection<DecidedRow> rows)
    {
        var changes = new Queue<DecidedRow[]>(
            [.. Collections<Operation.Update>(rows), .. Collections<Operation.Delete>(rows)]);
        var creates = new Queue<DecidedRow[]>(Collections<Operation.Create>(rows));
        var calls = ImmutableArray.CreateBuilder<ImmutableArray<DecidedRow>>();
        while (changes.Count + creates.Count > 0)
        {
            var max = changes.Count > 0 ? CollectionsMax : CreateCollectionsMax;
            var call = ImmutableArray.CreateBuilder<DecidedRow>();
            for (var taken = 0; taken < max && changes.Count + creates.Count > 0; taken++)
                call.AddRange(changes.Count > 0 ? changes.Dequeue() : creates.Dequeue());
            calls.Add(call.ToImmutable());
        }
        return calls.ToImmutable();
    }

    // Rows of one parent lie side by side, so that they wait for its lock in one collection and not in several.
    private static IEnumerable<DecidedRow[]> Collections<TOperation>(IEnumerable<DecidedRow> rows)
        where TOperation : Operation => rows
        .Where(r => r.Operation is TOperation)
        .OrderBy(r => r.Parents.RelatedId, StringComparer.Ordinal)
        .ThenBy(r => r.Parents.PersonId, StringComparer.Ordinal)
        .ThenBy(r => r.TaskId)
        .Chunk(CollectionRowsMax);
}
