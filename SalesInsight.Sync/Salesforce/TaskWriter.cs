using System.Collections.Immutable;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Writes tasks: in each call the rows are read first, so that what a write meets is known. Nothing is sent twice.
/// </summary>
internal sealed class TaskWriter(DataChannel channel)
{
    public async Task<WriteReply> WriteAsync(WriteRequest request, TaskColumns columns, CancellationToken stop)
    {
        var outcomes = new WriteReply.Outcome[request.Rows.Length];
        var preImages = ImmutableDictionary.CreateBuilder<string, SalesforceTask>();
        DateTimeOffset? serverTime = null;
        foreach (var call in WriteCall.Plan(request, columns, channel.Root))
        {
            try
            {
                var (results, at) = await SendAsync(call, stop);
                serverTime = at;
                if (call.Retrieve is not null) ReadBefore(results[0], columns, preImages);
                foreach (var (place, outcome) in OutcomesOf(call, results, request)) outcomes[place] = outcome;
            }
            catch (SalesforceFaultException e) when (serverTime is not null)
            {
                // An earlier call of this request is through, and its outcomes must not be lost with this failure.
                foreach (var place in call.Writes.SelectMany(w => w.Places))
                    outcomes[place] = WriteOutcomes.OfFailure(e);
            }
        }

        return new WriteReply(
            serverTime ?? throw new ArgumentException("Nothing to write.", nameof(request)),
            preImages.ToImmutable(),
            [.. outcomes]);
    }

    private async Task<(IReadOnlyList<CompositeResult> Results, DateTimeOffset ServerTime)> SendAsync(
        WriteCall call, CancellationToken stop)
    {
        var request = call.Request;
        var body = JsonSerializer.Serialize(request, WireJson.Default.CompositeRequest);
        var answer = await channel.WriteAsync(DataCall.Post($"{channel.Root}/composite", body), stop);
        var results = CompositeAnswer.Read(answer.Body, request.Steps.Count)
            ?? throw new SalesforceFaultException(
                FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.Garbage)), Delivery.Unknown);
        return (results, channel.ServerTimeOf(answer));
    }

    /// <summary>An id that is gone or not shown has null in its place; a deleted row is no pre-image either.</summary>
    private static void ReadBefore(
        CompositeResult result, TaskColumns columns, ImmutableDictionary<string, SalesforceTask>.Builder preImages)
    {
        if (result.Status is < 200 or >= 300) return;
        var rows = WireJson.Read(result.Body, WireJson.Default.ListJsonElement) ?? [];
        foreach (var row in rows.Select(r => TaskRow.Read(r, columns)))
            if (row is { IsDeleted: false }) preImages[row.Id] = row;
    }

    private static IEnumerable<(int Place, WriteReply.Outcome Outcome)> OutcomesOf(
        WriteCall call, IReadOnlyList<CompositeResult> results, WriteRequest request) =>
        call.Writes.SelectMany(
            (write, i) => WriteOutcomes.Read(write, results[i + (call.Retrieve is null ? 0 : 1)], request.Rows));
}
