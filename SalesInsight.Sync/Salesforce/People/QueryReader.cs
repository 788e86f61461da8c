using System.Globalization;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>Asks queries, five in one call, and follows their pages.</summary>
internal sealed class QueryReader(DataChannel channel, HostAllowList hosts)
{
    /// <summary>Pages of one query: 20,000 rows that share a few hundred addresses are more than a rule can use.
    /// </summary>
    private const int PagesMax = 10;

    /// <summary>All rows of each query, in the order asked.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> AskAsync(
        IEnumerable<SoqlQuery> queries, CancellationToken stop)
    {
        List<IReadOnlyList<JsonElement>> all = [];
        foreach (var group in queries.Chunk(CompositeRequest.CollectionsMax))
            foreach (var first in await AskTogetherAsync(group, stop))
                all.Add(await WholeAsync(first, stop));
        return all;
    }

    /// <summary>One call: whether this user is shown every kind of record and column that each query names.</summary>
    /// <param name="queries">At most five.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<bool>> AreShownAsync(IReadOnlyList<SoqlQuery> queries, CancellationToken stop)
    {
        var results = await SendAsync(queries, stop);
        return [.. results.Select(r => FaultOf(r) switch
        {
            null => true,
            { Code: FaultCode.FieldHidden } => false,
            var fault => throw new SalesforceFaultException(fault, Delivery.NotDelivered),
        })];
    }

    /// <summary>One call: each query's answer as it came, refusals too.</summary>
    /// <param name="queries">At most five.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<IReadOnlyList<CompositeResult>> SendAsync(
        IReadOnlyList<SoqlQuery> queries, CancellationToken stop)
    {
        var steps = queries.Select((q, i) => new CompositeStep(
            "GET",
            q.OfAllRows ? QueryPath.All(channel.Root, q) : QueryPath.Live(channel.Root, q),
            string.Create(CultureInfo.InvariantCulture, $"query{i}"))).ToList();
        var body = JsonSerializer.Serialize(new CompositeRequest(steps), WireJson.Default.CompositeRequest);
        var answer = await channel.ReadAsync(DataCall.Post($"{channel.Root}/composite", body), stop);
        return CompositeAnswer.Read(answer.Body, steps.Count) ?? throw NotAnAnswer();
    }

    private async Task<IReadOnlyList<QueryAnswer>> AskTogetherAsync(SoqlQuery[] queries, CancellationToken stop) =>
        [.. (await SendAsync(queries, stop)).Select(Unwrap)];

    private async Task<IReadOnlyList<JsonElement>> WholeAsync(QueryAnswer page, CancellationToken stop)
    {
        List<JsonElement> rows = [.. page.Records!];
        for (var pages = 1; page.NextRecordsUrl is { } next && pages < PagesMax; pages++)
        {
            var answer = await channel.ReadAsync(DataCall.Get(Checked(next)), stop);
            page = Answered(WireJson.Read(answer.Body, WireJson.Default.QueryAnswer));
            rows.AddRange(page.Records!);
        }

        return rows;
    }

    /// <summary>A page's address comes from outside and gets our token: it must be on the instance itself.</summary>
    private string Checked(string nextPage) =>
        Uri.TryCreate(channel.Instance, nextPage, out var uri) && hosts.Allows(uri)
        && uri.Authority == channel.Instance.Authority && uri.Scheme == channel.Instance.Scheme
        && uri.AbsolutePath.StartsWith("/services/data/", StringComparison.Ordinal)
            ? uri.PathAndQuery
            : throw new SalesforceFaultException(ConnectionFaults.AddressNotAllowed, Delivery.NotDelivered);

    private static QueryAnswer Unwrap(CompositeResult result)
    {
        if (FaultOf(result) is not { } fault)
            return Answered(WireJson.Read(result.Body, WireJson.Default.QueryAnswer));
        // A kind of record this user is not shown has no rows for them.
        return fault.Code == FaultCode.FieldHidden
            ? new QueryAnswer(0, Done: true, null, [])
            : throw new SalesforceFaultException(fault, Delivery.NotDelivered);
    }

    private static SalesforceFault? FaultOf(CompositeResult result) => result.Status is >= 200 and < 300
        ? null
        : FaultClassifier.Classify(new FaultEvidence.Call(result.Status, ErrorBody.Read(result.Body)));

    private static QueryAnswer Answered(QueryAnswer? page) => page?.Records is null ? throw NotAnAnswer() : page;

    private static SalesforceFaultException NotAnAnswer() => new(
        FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.Garbage)), Delivery.NotDelivered);
}
