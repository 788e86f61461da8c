using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>The rows of one object, bin included. Guarded by the org's lock.</summary>
internal sealed class RecordTable
{
    private readonly Dictionary<string, SObjectRecord> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Ordinal, string Value), HashSet<string>> byExternalId = [];
    private readonly SortedSet<(long Stamp, string Id)> byStamp = new(StampOrder);
    private readonly FieldSchema[] externalIds;
    private readonly int stampOrdinal;
    private long sequence;

    internal RecordTable(ObjectSchema schema)
    {
        Schema = schema;
        externalIds = [.. schema.Fields.Where(field => field.ExternalId)];
        stampOrdinal = schema.Require("SystemModstamp").Ordinal;
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

    /// <summary>Rows stamped at or after a moment: delta reading must not walk the table.</summary>
    internal IEnumerable<SObjectRecord> Since(DateTimeOffset from) =>
        byStamp.GetViewBetween((from.UtcTicks, ""), (long.MaxValue, "")).Select(key => rows[key.Id]);

    private static readonly Comparer<(long Stamp, string Id)> StampOrder =
        Comparer<(long Stamp, string Id)>.Create((left, right) =>
            left.Stamp != right.Stamp
                ? left.Stamp.CompareTo(right.Stamp)
                : string.CompareOrdinal(left.Id, right.Id));

    private void Index(SObjectRecord record)
    {
        byStamp.Add((Stamp(record), record.Id));
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
        byStamp.Remove((Stamp(record), record.Id));
        foreach (var field in externalIds)
        {
            if (record[field.Ordinal] is not string value) continue;
            var key = (field.Ordinal, Folded(value));
            if (!byExternalId.TryGetValue(key, out var ids) || !ids.Remove(record.Id)) continue;
            if (ids.Count == 0) byExternalId.Remove(key);
        }
    }

    private long Stamp(SObjectRecord record) => ((DateTimeOffset)record[stampOrdinal]!).UtcTicks;

    private static string Folded(string value) => value.ToUpperInvariant();
}
