using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>A field of the query, resolved: what it is and how to read it from a row of the queried object.</summary>
internal sealed record BoundField(FieldSchema Schema, Func<SObjectRecord, object?> Read);
