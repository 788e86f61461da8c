using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>
/// The date of the most recent activity, on records whose admin added a field for it (docs/email.md): Salesforce's own
/// LastActivityDate cannot be written. Where the field is not there, no record is found.
/// </summary>
internal sealed class RollUpReader(QueryReader queries)
{
    /// <summary>A date field of this name on lead, contact, account or opportunity.</summary>
    public const string Field = "MSE_Last_Activity__c";

    public async Task<ImmutableArray<RollUpRow>> FindAsync(
        IEnumerable<(RollUpKind Kind, string Id)> asked, CancellationToken stop)
    {
        var chunks = asked.Where(a => SoqlText.IsId(a.Id)).GroupBy(a => a.Kind, a => a.Id)
            .SelectMany(kind => kind.Distinct().Chunk(SoqlQuery.IdsPerQueryMax).Select(ids => (kind.Key, Ids: ids)))
            .ToList();
        var rows = await queries.AskAsync(chunks.Select(c => Query(c.Key, c.Ids)), stop);
        return [.. chunks.Zip(rows).SelectMany(c => c.Second.Select(r => Row(c.First.Key, r))).OfType<RollUpRow>()];
    }

    /// <summary>The kinds whose field this user is shown: one call.</summary>
    public async Task<ImmutableArray<RollUpKind>> FindKindsAsync(CancellationToken stop)
    {
        var kinds = Enum.GetValues<RollUpKind>();
        var shown = await queries.AreShownAsync(
            [.. kinds.Select(k => new SoqlQuery(k.ToString(), ["Id", Field]) { Limit = 1 })], stop);
        return [.. kinds.Zip(shown).Where(k => k.Second).Select(k => k.First)];
    }

    public static JsonObject Body(RollUpChange change)
    {
        var body = EmailColumns.Typed(change.Kind.ToString());
        body["id"] = change.Id;
        body[Field] = SoqlText.Date(change.Date);
        return body;
    }

    private static SoqlQuery Query(RollUpKind kind, IEnumerable<string> ids) => kind is RollUpKind.Account
        ? new SoqlQuery("Contact", ["Id", "AccountId", $"Account.{Field}"]).Where(
            SoqlCondition.InIds("Id", ids), SoqlCondition.IsNotNull("AccountId"))
        : new SoqlQuery(kind.ToString(), ["Id", Field]).Where(SoqlCondition.InIds("Id", ids));

    private static RollUpRow? Row(RollUpKind kind, JsonElement row)
    {
        if (JsonRow.Text(row, "Id") is not { } asked) return null;
        if (kind is not RollUpKind.Account) return new RollUpRow(kind, asked, asked, Date(row));
        return JsonRow.Text(row, "AccountId") is { } account && JsonRow.Find(row, "Account") is { } of
            ? new RollUpRow(kind, asked, account, Date(of))
            : null;
    }

    private static DateOnly? Date(JsonElement row) => DateOnly.TryParseExact(
        JsonRow.Text(row, Field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : null;
}
