namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>
/// Short forms to write a schema in. <c>access</c> is the flags column of salesforce-facts.md 4.1: C(reate), U(pdate),
/// F(ilter), S(ort).
/// </summary>
internal static class Fields
{
    internal const string All = "CUFS";
    internal const string ReadOnly = "FS";

    internal static FieldSchema Of(FieldType type, string name, string label, string access, int length = 0) => new()
    {
        Name = name,
        Type = type,
        Label = label,
        Length = length,
        Createable = access.Contains('C'),
        Updateable = access.Contains('U'),
        Filterable = access.Contains('F'),
        Sortable = access.Contains('S'),
        Nillable = type is not (FieldType.Boolean or FieldType.Id),
        Default = type == FieldType.Boolean ? false : null,
    };

    internal static FieldSchema Text(string name, string label, int length, string access = All) =>
        Of(FieldType.String, name, label, access, length);

    internal static FieldSchema Flag(string name, string label, string access = All) =>
        Of(FieldType.Boolean, name, label, access);

    internal static FieldSchema Moment(string name, string label, string access = ReadOnly) =>
        Of(FieldType.DateTime, name, label, access);

    internal static FieldSchema Reference(
        string name, string label, string relationship, string[] to, string access = All) =>
        Of(FieldType.Reference, name, label, access, 18) with { ReferenceTo = to, RelationshipName = relationship };

    internal static FieldSchema Picklist(
        string name, string label, int length, string[] values, string access = All, string? byDefault = null) =>
        Of(FieldType.Picklist, name, label, access, length) with
        {
            Values = [.. values.Select(value => new PicklistValue(value, value == byDefault))],
            Default = byDefault,
            Nillable = byDefault is null,
        };

    internal static FieldSchema Id(string label) => Of(FieldType.Id, "Id", label, ReadOnly, 18);

    /// <summary>The audit columns every object ends with.</summary>
    internal static IEnumerable<FieldSchema> System(bool deletable = true)
    {
        if (deletable) yield return Flag("IsDeleted", "Deleted", ReadOnly);
        yield return Moment("CreatedDate", "Created Date") with { Nillable = false };
        yield return Reference("CreatedById", "Created By ID", "CreatedBy", ["User"], ReadOnly);
        yield return Moment("LastModifiedDate", "Last Modified Date") with { Nillable = false };
        yield return Reference("LastModifiedById", "Last Modified By ID", "LastModifiedBy", ["User"], ReadOnly);
        yield return Moment("SystemModstamp", "System Modstamp") with { Nillable = false };
    }
}
