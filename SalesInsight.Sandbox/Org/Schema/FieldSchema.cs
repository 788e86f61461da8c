namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>What describe says of one field.</summary>
public sealed record FieldSchema
{
    public required string Name { get; init; }
    public required FieldType Type { get; init; }
    public required string Label { get; init; }

    /// <summary>Characters; 0 where length means nothing.</summary>
    public int Length { get; init; }

    public bool Createable { get; init; }
    public bool Updateable { get; init; }
    public bool Filterable { get; init; }
    public bool Sortable { get; init; }
    public bool Nillable { get; init; } = true;
    public bool Custom { get; init; }
    public bool ExternalId { get; init; }
    public bool Unique { get; init; }
    public bool Restricted { get; init; }

    /// <summary>Value of a new row that says nothing about the field.</summary>
    public object? Default { get; init; }

    public IReadOnlyList<string> ReferenceTo { get; init; } = [];
    public string? RelationshipName { get; init; }

    /// <summary>What the rows that refer here are called on the parent, for example Tasks; null for nothing.</summary>
    public string? ChildRelationship { get; init; }

    public IReadOnlyList<PicklistValue> Values { get; init; } = [];

    /// <summary>Position of the value in a record; given by the object's schema.</summary>
    public int Ordinal { get; internal init; }

    public bool IdLookup => ExternalId || Type == FieldType.Id;
    public bool IsText => Type is FieldType.String or FieldType.TextArea or FieldType.Picklist or FieldType.Combobox
        or FieldType.Email or FieldType.Phone;
}
