namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>Rows of another object that refer to this one: <c>Account.Contacts</c>.</summary>
/// <param name="Name">Null where they cannot be asked for by a sub-query.</param>
internal sealed record ChildRelationship(string? Name, ObjectSchema Child, FieldSchema Field);
