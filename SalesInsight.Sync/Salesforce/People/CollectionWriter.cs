using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>Writes rows that need no pre-image, in one call of up to five collections. Nothing is sent twice.</summary>
internal sealed class CollectionWriter(DataChannel channel)
{
    /// <summary>An outcome per row, in their order.</summary>
    /// <param name="method">POST creates, PATCH updates.</param>
    /// <param name="rows">At most five collections of 200.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<ImmutableArray<WriteReply.Outcome>> WriteAsync(
        string method, IReadOnlyList<JsonObject> rows, CancellationToken stop)
    {
        if (rows.Count > WriteStep.RowsMax * CompositeRequest.CollectionsMax)
            throw new ArgumentException("Too many rows.", nameof(rows));
        var chunks = rows.Chunk(WriteStep.RowsMax).ToList();
        var steps = chunks.Select((chunk, i) => new CompositeStep(
            method, $"{channel.Root}/composite/sobjects", string.Create(CultureInfo.InvariantCulture, $"rows{i}"),
            new JsonObject { ["allOrNone"] = false, ["records"] = new JsonArray([.. chunk]) })).ToList();
        var body = JsonSerializer.Serialize(new CompositeRequest(steps), WireJson.Default.CompositeRequest);
        var answer = await channel.WriteAsync(DataCall.Post($"{channel.Root}/composite", body), stop);
        var results = CompositeAnswer.Read(answer.Body, steps.Count)
            ?? throw new SalesforceFaultException(
                FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.Garbage)), Delivery.Unknown);
        return [.. chunks.Zip(results, Outcomes).SelectMany(o => o)];
    }

    private static IEnumerable<WriteReply.Outcome> Outcomes(JsonObject[] rows, CompositeResult result)
    {
        var saved = WireJson.Read(result.Body, WireJson.Default.ListSaveResult);
        return result.Status is >= 200 and < 300 && saved?.Count == rows.Length
            ? rows.Zip(saved, (row, one) => WriteOutcomes.OfRow(one, (string?)row["id"]))
            : rows.Select(_ => WriteOutcomes.OfStep(result));
    }
}
