using System.Collections.Immutable;
using System.Text.Json;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Names of the people and records tasks point to: one call for up to 2,000 ids. An object this user may not see costs
/// only its own names.
/// </summary>
internal sealed class NameReader(QueryReader queries)
{
    /// <summary>Key prefix, object, and where a person's company is said; other objects have no name to show.</summary>
    private static readonly ImmutableArray<(string Prefix, string Entity, string? Company)> Named =
    [
        ("00Q", "Lead", "Company"),
        ("003", "Contact", "Account.Name"),
        ("001", "Account", null),
        ("006", "Opportunity", null),
        ("701", "Campaign", null),
    ];

    public async Task<ImmutableArray<RecordName>> ReadAsync(ImmutableArray<string> ids, CancellationToken stop)
    {
        var asked = Named.SelectMany(n => SoqlQuery.IdsOfKind(ids, n.Prefix)
            .Select(chunk => (n.Entity, n.Company, Ids: chunk)));
        var names = ImmutableArray.CreateBuilder<RecordName>();
        foreach (var group in asked.Chunk(CompositeRequest.CollectionsMax))
        {
            var results = await queries.SendAsync([.. group.Select(g => Query(g.Entity, g.Company, g.Ids))], stop);
            names.AddRange(group.Zip(results).SelectMany(g => Names(g.Second, g.First.Entity, g.First.Company)));
        }

        return names.ToImmutable();
    }

    private static IEnumerable<RecordName> Names(CompositeResult result, string entity, string? company) =>
        (WireJson.Read(result.Body, WireJson.Default.QueryAnswer)?.Records ?? [])
            .Select(row => Name(row, entity, company)).OfType<RecordName>();

    private static SoqlQuery Query(string entity, string? company, IEnumerable<string> ids) =>
        new SoqlQuery(entity, company is null ? ["Id", "Name"] : ["Id", "Name", company])
            .Where(SoqlCondition.InIds("Id", ids));

    private static RecordName? Name(JsonElement row, string entity, string? company) =>
        JsonRow.Text(row, "Id") is { } id && JsonRow.Text(row, "Name") is { } name
            ? new RecordName(id, entity, name, company is null ? null : TextAt(row, company.Split('.')))
            : null;

    private static string? TextAt(JsonElement row, string[] path) => path switch
    {
        [var name] => JsonRow.Text(row, name),
        [var name, .. var rest] when JsonRow.Find(row, name) is { } inner => TextAt(inner, rest),
        _ => null,
    };
}
