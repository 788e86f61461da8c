using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Reads tasks: a window, rows by id, pages, look-ups. One call each unless Salesforce cuts an answer up.
/// </summary>
internal sealed class TaskReader(DataChannel channel, HostAllowList hosts, string userId)
{
    /// <summary>Pages followed for a look-up or for rows by id; 2,000 ids never need more.</summary>
    private const int PagesMax = 50;

    public async Task<ReadReply> ReadAsync(ReadRequest request, TaskColumns columns, CancellationToken stop)
    {
        if (request.Ids.Length > ReadRequest.IdsMax) throw new ArgumentException("Too many ids.", nameof(request));
        var window = request.Window is { } w ? TaskQueries.Window(columns, w, request.OwnerId) : null;
        if (request.Ids.IsEmpty && window is not null)
            return Reply(await AskAsync(QueryPath.All(channel.Root, window), stop), columns);

        var queries = request.Ids.Chunk(SoqlQuery.IdsPerQueryMax).Select(ids => TaskQueries.ById(columns, ids));
        var (answers, serverTime) = await AskTogetherAsync(window is null ? [.. queries] : [window, .. queries], stop);
        var page = window is null ? null : answers[0];
        return new ReadReply(
            serverTime,
            Rows(page, columns),
            page?.NextRecordsUrl,
            page?.TotalSize ?? 0,
            await WholeAsync(answers.Skip(window is null ? 0 : 1), columns, stop));
    }

    public async Task<ReadReply> ReadPageAsync(string nextPage, TaskColumns columns, CancellationToken stop) =>
        Reply(await AskAsync(Checked(nextPage), stop), columns);

    /// <summary>
    /// The right to see everything is asked for in the same call: without it a row that is missing was perhaps not
    /// shown.
    /// </summary>
    public async Task<OrgReply> ReadOrgAsync(StampWindow window, TaskColumns columns, CancellationToken stop)
    {
        var (answers, serverTime) = await AskTogetherAsync(
            [TaskQueries.OwnPermissions(), TaskQueries.OrgWindow(columns, window)], stop);
        var seesAll = answers[0].Records!.Any(r => JsonRow.Flag(r, TaskQueries.ViewAllData));
        return OrgReplyOf(answers[1], serverTime, seesAll, columns);
    }

    public async Task<OrgReply> ReadOrgPageAsync(string nextPage, TaskColumns columns, CancellationToken stop)
    {
        var (page, serverTime) = await AskAsync(Checked(nextPage), stop);
        return OrgReplyOf(page, serverTime, seesAll: true, columns);
    }

    public async Task<ImmutableArray<SalesforceTask>> LookUpAsync(
        ImmutableArray<string> externalIds, TaskColumns columns, CancellationToken stop)
    {
        if (columns.ExternalIdField is null || externalIds.IsEmpty) return [];
        var found = ImmutableArray.CreateBuilder<SalesforceTask>();
        var queries = externalIds.Chunk(TaskQueries.ExternalIdsPerQueryMax)
            .Select(ids => TaskQueries.ByExternalId(columns, ids, userId));
        foreach (var group in queries.Chunk(CompositeRequest.CollectionsMax))
        {
            var (answers, _) = await AskTogetherAsync(group, stop);
            found.AddRange(await WholeAsync(answers, columns, stop));
        }

        return found.ToImmutable();
    }

    public async Task<ImmutableArray<SalesforceTask>> LookUpCreatedAsync(
        DateTimeOffset since, TaskColumns columns, CancellationToken stop)
    {
        var query = TaskQueries.CreatedSince(columns, userId, since);
        var (answer, _) = await AskAsync(QueryPath.All(channel.Root, query), stop);
        return await WholeAsync([answer], columns, stop);
    }

    /// <summary>
    /// Minute grain; the start has to precede the end by more than a minute (facts 2.4), so the window is widened.
    /// </summary>
    public async Task<DeletedReply> ReadDeletedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var start = DownToMinute(from);
        var end = DownToMinute(to.AddSeconds(59));
        if (end - start < TimeSpan.FromMinutes(2)) start = end - TimeSpan.FromMinutes(2);
        var path = $"{channel.Root}/sobjects/Task/deleted/?start={Stamp(start)}&end={Stamp(end)}";
        var answer = await channel.ReadAsync(DataCall.Get(path), stop);
        var log = WireJson.Read(answer.Body, WireJson.Default.DeletedAnswer);
        if (log?.DeletedRecords is not { } rows || SalesforceTime.Parse(log.LatestDateCovered) is not { } covered)
            throw NotAnAnswer();
        return new DeletedReply(
            [.. rows.Select(Deleted).OfType<DeletedRecord>()],
            SalesforceTime.Parse(log.EarliestDateAvailable) ?? start,
            covered);
    }

    /// <summary>Several queries in one call; a single one goes by GET, which every proxy can read.</summary>
    private async Task<(IReadOnlyList<QueryAnswer> Answers, DateTimeOffset ServerTime)> AskTogetherAsync(
        IReadOnlyList<SoqlQuery> queries, CancellationToken stop)
    {
        if (queries.Count == 1)
        {
            var (single, time) = await AskAsync(QueryPath.All(channel.Root, queries[0]), stop);
            return ([single], time);
        }

        var steps = queries.Select((q, i) => new CompositeStep("GET", QueryPath.All(channel.Root, q), Reference(i)));
        var body = JsonSerializer.Serialize(new CompositeRequest([.. steps]), WireJson.Default.CompositeRequest);
        var answer = await channel.ReadAsync(DataCall.Post($"{channel.Root}/composite", body), stop);
        var results = CompositeAnswer.Read(answer.Body, queries.Count) ?? throw NotAnAnswer();
        return ([.. results.Select(Unwrap)], channel.ServerTimeOf(answer));
    }

    private async Task<(QueryAnswer Answer, DateTimeOffset ServerTime)> AskAsync(string path, CancellationToken stop)
    {
        var answer = await channel.ReadAsync(DataCall.Get(path), stop);
        var page = WireJson.Read(answer.Body, WireJson.Default.QueryAnswer);
        return page?.Records is null ? throw NotAnAnswer() : (page, channel.ServerTimeOf(answer));
    }

    private async Task<ImmutableArray<SalesforceTask>> WholeAsync(
        IEnumerable<QueryAnswer> answers, TaskColumns columns, CancellationToken stop)
    {
        var all = ImmutableArray.CreateBuilder<SalesforceTask>();
        foreach (var first in answers)
        {
            var page = first;
            for (var pages = 1; ; pages++)
            {
                all.AddRange(Rows(page, columns));
                if (page.NextRecordsUrl is not { } next) break;
                if (pages == PagesMax) throw NotAnAnswer();
                (page, _) = await AskAsync(Checked(next), stop);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>A page's address comes from outside and gets our token: it must be on the instance itself.</summary>
    private string Checked(string nextPage)
    {
        var sameHost = Uri.TryCreate(channel.Instance, nextPage, out var uri)
            && hosts.Allows(uri)
            && uri.Authority == channel.Instance.Authority
            && uri.Scheme == channel.Instance.Scheme
            && uri.AbsolutePath.StartsWith("/services/data/", StringComparison.Ordinal);
        return sameHost
            ? uri!.PathAndQuery
            : throw new SalesforceFaultException(ConnectionFaults.AddressNotAllowed, Delivery.NotDelivered);
    }

    private ReadReply Reply((QueryAnswer Page, DateTimeOffset ServerTime) answer, TaskColumns columns) => new(
        answer.ServerTime, Rows(answer.Page, columns), answer.Page.NextRecordsUrl, answer.Page.TotalSize, []);

    private static OrgReply OrgReplyOf(
        QueryAnswer page, DateTimeOffset serverTime, bool seesAll, TaskColumns columns) => new(
            serverTime,
            seesAll,
            [.. page.Records!.Select(r => TaskRow.ReadUnseen(r) ?? throw NotAnAnswer())],
            columns.ForOthers,
            page.NextRecordsUrl);

    private static QueryAnswer Unwrap(CompositeResult result)
    {
        if (result.Status is < 200 or >= 300)
        {
            var evidence = new FaultEvidence.Call(result.Status, ErrorBody.Read(result.Body));
            throw new SalesforceFaultException(FaultClassifier.Classify(evidence), Delivery.NotDelivered);
        }

        var page = WireJson.Read(result.Body, WireJson.Default.QueryAnswer);
        return page?.Records is null ? throw NotAnAnswer() : page;
    }

    /// <summary>A row that is no Task spoils the answer: leaving it out would look like out of sight.</summary>
    private static ImmutableArray<SalesforceTask> Rows(QueryAnswer? page, TaskColumns columns) =>
        page is null ? [] : [.. page.Records!.Select(r => TaskRow.Read(r, columns) ?? throw NotAnAnswer())];

    private static DeletedRecord? Deleted(DeletedRow? row) =>
        row?.Id is { } id && SalesforceTime.Parse(row.DeletedDate) is { } at ? new DeletedRecord(id, at) : null;

    private static string Reference(int index) => string.Create(CultureInfo.InvariantCulture, $"query{index}");

    private static DateTimeOffset DownToMinute(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>Our own "...Z", encoded once: a "+" in the offset becomes a space on the way (pitfall 35).</summary>
    private static string Stamp(DateTimeOffset time) => Uri.EscapeDataString(SoqlText.Time(time));

    private static SalesforceFaultException NotAnAnswer() => new(
        FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.Garbage)), Delivery.NotDelivered);
}
