using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Reads what became of each row of one collection. Pure.</summary>
internal static class WriteOutcomes
{
    public static IEnumerable<(int Place, WriteReply.Outcome Outcome)> Read(
        WriteStep step, CompositeResult result, IReadOnlyList<WriteRequest.Row> rows)
    {
        var results = WireJson.Read(result.Body, WireJson.Default.ListSaveResult);
        return result.Status is >= 200 and < 300 && results?.Count == step.Places.Count
            ? step.Places.Zip(results, (place, row) => (place, OfRow(row, IdOf(rows[place]))))
            : step.Places.Select(place => (place, OfStep(result)));
    }

    /// <summary>Later calls of a write that could not be made, or whose reply was lost.</summary>
    public static WriteReply.Outcome OfFailure(SalesforceFaultException failure) =>
        failure.Delivery == Delivery.NotDelivered
            ? new WriteReply.Refused(failure.Fault)
            : new WriteReply.Unknown();

    /// <param name="result">What the collection says of the row.</param>
    /// <param name="knownId">The row's id where it had one before; an answer may leave it out.</param>
    public static WriteReply.Outcome OfRow(SaveResult? result, string? knownId)
    {
        if (result is null) return new WriteReply.Unknown();
        if (!result.Success)
            return new WriteReply.Refused(FaultClassifier.Classify(new FaultEvidence.Row(Errors(result))));
        return (result.Id ?? knownId) is { } id ? new WriteReply.Done(id) : new WriteReply.Unknown();
    }

    private static string? IdOf(WriteRequest.Row row) => row switch
    {
        WriteRequest.Update update => update.SalesforceId,
        WriteRequest.Delete delete => delete.SalesforceId,
        _ => null,
    };

    private static IReadOnlyList<ErrorItem> Errors(SaveResult result) =>
        result.Errors.ValueKind == JsonValueKind.Undefined ? [] : ErrorBody.Read(result.Errors);

    /// <summary>A step refused as a whole wrote nothing; one that broke may have written some of its rows.</summary>
    public static WriteReply.Outcome OfStep(CompositeResult result)
    {
        if (result.Status is not (>= 400 and < 500)) return new WriteReply.Unknown();
        var evidence = new FaultEvidence.Call(result.Status, ErrorBody.Read(result.Body));
        return new WriteReply.Refused(FaultClassifier.Classify(evidence));
    }
}
