using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>The rows of one object, bin included. Guarded by the org's lock.</summary>
internal sealed class RecordTable
{
    private readonly Dictionary<string, SObjectRecord> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Ordinal, string Value), HashSet<string>> byExternalId = [];
    private readonly FieldSchema[] externalIds;
    private long sequence;

    internal RecordTable(ObjectSchema schema)
    {
        Schema = schema;
        externalIds = [.. schema.Fields.Where(field => field.ExternalId)];
    }

    internal ObjectSchema Schema { get; }
    internal IReadOnlyCollection<SObjectRecord> Rows => rows.Values;

    internal string NextId() => RecordId.Create(Schema.KeyPrefix, ++sequence);

    internal SObjectRecord? Find(string id) => rows.GetValueOrDefault(id);

    internal void Put(SObjectRecord record)
    {
        if (rows.TryGetValue(record.Id, out var previous)) Unindex(previous);
        rows[record.Id] = record;
        Index(record);
    }

    internal void Remove(string id)
    {
        if (rows.Remove(id, out var previous)) Unindex(previous);
    }

    /// <summary>
    /// Live rows that carry the value; external ids compare without case (facts: caseSensitive false).
    /// </summary>
    internal IReadOnlyCollection<string> WithExternalId(FieldSchema field, string value) =>
        byExternalId.TryGetValue((field.Ordinal, Folded(value)), out var ids) ? ids : [];

    private void Index(SObjectRecord record)
    {
        if (record.IsDeleted) return;
        foreach (var field in externalIds)
        {
            if (record[field.Ordinal] is not string value) continue;
            var key = (field.Ordinal, Folded(value));
            if (!byExternalId.TryGetValue(key, out var ids)) byExternalId[key] = ids = [];
            ids.Add(record.Id);
        }
    }

    private void Unindex(SObjectRecord record)
    {
        foreach (var field in externalIds)
        {
            if (record[field.Ordinal] is not string value) continue;
            var key = (field.Ordinal, Folded(value));
            if (!byExternalId.TryGetValue(key, out var ids) || !ids.Remove(record.Id)) continue;
            if (ids.Count == 0) byExternalId.Remove(key);
        }
    }

    private static string Folded(string value) => value.ToUpperInvariant();
}
