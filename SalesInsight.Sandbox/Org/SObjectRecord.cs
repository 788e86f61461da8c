using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org;

/// <summary>
/// One version of one row. Never changed after it was stored: an update stores a new version, so a reader may keep
/// what it got without a lock. Values are string, bool, int, double, DateOnly, DateTimeOffset (UTC) or null.
/// </summary>
public sealed class SObjectRecord
{
    private readonly object?[] values;

    internal SObjectRecord(ObjectSchema schema, object?[] values) => (Schema, this.values) = (schema, values);

    public ObjectSchema Schema { get; }
    public string Id => (string)values[0]!;
    public bool IsDeleted => Flag("IsDeleted");

    /// <summary>The value of a field; null also when the object has no such field.</summary>
    public object? this[string field] => Schema.Find(field) is { } found ? values[found.Ordinal] : null;

    internal object? this[int ordinal] => values[ordinal];

    public string? Text(string field) => this[field] as string;

    public bool Flag(string field) => this[field] is true;

    public DateOnly? Date(string field) => this[field] as DateOnly?;

    public DateTimeOffset? Moment(string field) => this[field] as DateTimeOffset?;

    internal object?[] CopyValues() => (object?[])values.Clone();
}
