using System.Collections.Immutable;
using System.Text.Json;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>
/// Who people are now: a merge leaves its loser in the bin with the id of its master (facts 2.4), a conversion leaves
/// the lead with the id of its contact.
/// </summary>
internal sealed class SuccessorReader(QueryReader queries)
{
    private const string Master = "MasterRecordId", Contact = "ConvertedContactId";

    private static readonly (string Prefix, string Entity, string[] Columns)[] Kinds =
    [
        ("00Q", "Lead", ["Id", "IsDeleted", Master, Contact]),
        ("003", "Contact", ["Id", "IsDeleted", Master]),
    ];

    public async Task<ImmutableDictionary<string, string>> FindAsync(
        ImmutableArray<string> personIds, CancellationToken stop)
    {
        var asked = Kinds.SelectMany(kind => SoqlQuery.IdsOfKind(personIds, kind.Prefix)
            .Select(ids => Query(kind.Entity, kind.Columns, ids)));
        var rows = await queries.AskAsync(asked, stop);
        return rows.SelectMany(r => r).Select(Successor).OfType<KeyValuePair<string, string>>()
            .ToImmutableDictionary();
    }

    private static SoqlQuery Query(string entity, string[] columns, IEnumerable<string> ids) =>
        new SoqlQuery(entity, columns) { OfAllRows = true }.Where(SoqlCondition.InIds("Id", ids));

    private static KeyValuePair<string, string>? Successor(JsonElement row)
    {
        if (JsonRow.Text(row, "Id") is not { } id) return null;
        var now = JsonRow.Text(row, Master) ?? JsonRow.Text(row, Contact);
        return now is null && JsonRow.Flag(row, "IsDeleted") ? null : new(id, now ?? id);
    }
}
