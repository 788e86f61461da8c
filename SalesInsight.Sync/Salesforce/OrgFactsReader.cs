using System.Collections.Immutable;
using System.Text.Json;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Reads the describe of Task and the org's status list: two calls.</summary>
internal sealed class OrgFactsReader(DataChannel channel, bool markerAgreed, TimeProvider time)
{
    private static readonly SoqlQuery Statuses =
        new SoqlQuery("TaskStatus", ["MasterLabel", "ApiName", "IsClosed", "IsDefault", "SortOrder"])
            .OrderBy("SortOrder");

    public async Task<OrgFactsCache.Entry> ReadAsync(CancellationToken stop)
    {
        var (fields, mayCreate) = await DescribeAsync(stop);
        var columns = TaskColumns.Of(fields, markerAgreed);
        var answer = await channel.ReadAsync(DataCall.Get(QueryPath.Live(channel.Root, Statuses)), stop);
        var rows = WireJson.Read(answer.Body, WireJson.Default.QueryAnswer)?.Records ?? [];
        var statuses = rows.Select(Status).OfType<OrgVocabulary.StatusValue>().ToImmutableArray();
        if (!statuses.Any(s => s.IsClosed) || statuses.All(s => s.IsClosed)) throw NotAnAnswer();
        return new(new OrgFacts(new OrgVocabulary(statuses), columns.CreateMode, time.GetUtcNow()), columns,
            EmailColumns.Of(fields, mayCreate));
    }

    public async Task<TaskColumns> ReadColumnsAsync(CancellationToken stop) =>
        TaskColumns.Of((await DescribeAsync(stop)).Fields, markerAgreed);

    private async Task<(List<DescribedField> Fields, bool MayCreate)> DescribeAsync(CancellationToken stop)
    {
        var answer = await channel.ReadAsync(DataCall.Get($"{channel.Root}/sobjects/Task/describe"), stop);
        var task = WireJson.Read(answer.Body, WireJson.Default.DescribeAnswer);
        var described = task?.Fields ?? [];
        var fields = described.OfType<DescribedField>().ToList();
        return fields.Count > 0 && fields.Count == described.Count
            ? (fields, task?.Createable ?? true)
            : throw NotAnAnswer();
    }

    /// <summary>A record holds the API name of a status; the label only where an old version has no API name.</summary>
    private static OrgVocabulary.StatusValue? Status(JsonElement row)
    {
        var name = JsonRow.Text(row, "ApiName") ?? JsonRow.Text(row, "MasterLabel");
        return name is null
            ? null
            : new OrgVocabulary.StatusValue(name, JsonRow.Flag(row, "IsClosed"), JsonRow.Flag(row, "IsDefault"));
    }

    private static SalesforceFaultException NotAnAnswer() => new(
        FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.Garbage)), Delivery.NotDelivered);
}
