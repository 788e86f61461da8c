using System.Globalization;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// One composite call of a write: the retrieve of its own rows first, if any is updated or deleted, then the
/// collections, in this order. Pure.
/// </summary>
internal sealed record WriteCall(CompositeStep? Retrieve, IReadOnlyList<WriteStep> Writes)
{
    private const string RetrieveName = "before";

    public CompositeRequest Request => new(Retrieve is null ? Steps : [Retrieve, .. Steps]);

    private IReadOnlyList<CompositeStep> Steps => [.. Writes.Select(w => w.Step)];

    /// <summary>
    /// As few calls as the caps allow: one, as long as the caller keeps to <see cref="WriteRequest.RowsMax"/> and each
    /// kind of write fills its collections; a mixture that does not fit goes on in a further call.
    /// </summary>
    public static IReadOnlyList<WriteCall> Plan(WriteRequest request, TaskColumns columns, string root)
    {
        var rows = request.Rows.Select((row, place) => (place, row)).ToList();
        var changes = Chunks(Of<WriteRequest.Update>(rows)).Select(c => WriteStep.Updates(root, c, Name(c)))
            .Concat(Chunks(Of<WriteRequest.Delete>(rows)).Select(c => WriteStep.Deletes(root, c, Name(c)))).ToList();
        var creates = Chunks(Of<WriteRequest.Create>(rows))
            .Select(c => WriteStep.Creates(root, c, columns.ExternalIdField, Name(c))).ToList();

        var calls = new List<WriteCall>();
        while (changes.Count > 0)
        {
            var mine = Take(changes, CompositeRequest.CollectionsMax - 1);
            var ids = mine.SelectMany(w => w.Places).Select(p => IdOf(request.Rows[p]));
            var retrieve = WriteStep.Retrieve(root, ids, columns, RetrieveName);
            var room = CompositeRequest.CollectionsMax - 1 - mine.Count;
            calls.Add(new WriteCall(retrieve, [.. mine, .. Take(creates, room)]));
        }

        while (creates.Count > 0) calls.Add(new WriteCall(null, Take(creates, CompositeRequest.CollectionsMax)));
        return calls;
    }

    private static List<(int Place, T Row)> Of<T>(IEnumerable<(int Place, WriteRequest.Row Row)> rows)
        where T : WriteRequest.Row =>
        [.. rows.Where(r => r.Row is T).Select(r => (r.Place, (T)r.Row))];

    private static IEnumerable<(int Place, T Row)[]> Chunks<T>(List<(int Place, T Row)> rows) =>
        rows.Chunk(WriteStep.RowsMax);

    private static List<WriteStep> Take(List<WriteStep> steps, int count)
    {
        var taken = steps.Take(count).ToList();
        steps.RemoveRange(0, taken.Count);
        return taken;
    }

    private static string IdOf(WriteRequest.Row row) => row switch
    {
        WriteRequest.Update update => update.SalesforceId,
        WriteRequest.Delete delete => delete.SalesforceId,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Unique within a call, since no two steps begin with the same row.</summary>
    private static string Name<T>((int Place, T Row)[] chunk) =>
        string.Create(CultureInfo.InvariantCulture, $"rows{chunk[0].Place}");
}
