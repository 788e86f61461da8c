using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Rows;

/// <summary>A row being put together; <see cref="ToRecord"/> closes it.</summary>
internal sealed class RowDraft
{
    private readonly object?[] values;

    internal RowDraft(ObjectSchema schema)
    {
        Schema = schema;
        values = new object?[schema.Fields.Count];
        foreach (var field in schema.Fields) values[field.Ordinal] = field.Default;
    }

    internal RowDraft(SObjectRecord before)
    {
        Schema = before.Schema;
        values = before.CopyValues();
    }

    internal ObjectSchema Schema { get; }

    internal object? this[string field] => Schema.Find(field) is { } found ? values[found.Ordinal] : null;

    internal object? this[int ordinal] => values[ordinal];

    internal RowDraft Set(string field, object? value)
    {
        values[Schema.Require(field).Ordinal] = value;
        return this;
    }

    internal RowDraft Set(int ordinal, object? value)
    {
        values[ordinal] = value;
        return this;
    }

    internal RowDraft Stamped(string createdBy, DateTimeOffset createdAt, string modifiedBy, DateTimeOffset at) => this
        .Set("CreatedById", createdBy).Set("CreatedDate", createdAt)
        .Set("LastModifiedById", modifiedBy).Set("LastModifiedDate", at).Set("SystemModstamp", at);

    internal RowDraft Touched(string modifiedBy, DateTimeOffset at) => this
        .Set("LastModifiedById", modifiedBy).Set("LastModifiedDate", at).Set("SystemModstamp", at);

    internal SObjectRecord ToRecord() => new(Schema, (object?[])values.Clone());
}
