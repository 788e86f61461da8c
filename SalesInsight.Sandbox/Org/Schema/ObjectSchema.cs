using System.Collections.Frozen;

namespace SalesInsight.Sandbox.Org.Schema;

/// <summary>One object type: its fields in describe order and what may be done with its rows.</summary>
public sealed class ObjectSchema
{
    private readonly FrozenDictionary<string, FieldSchema> byName;

    internal ObjectSchema(
        string name, string label, string labelPlural, string keyPrefix, string access,
        IEnumerable<FieldSchema> fields)
    {
        Name = name;
        Label = label;
        LabelPlural = labelPlural;
        KeyPrefix = keyPrefix;
        Access = access;
        Fields = [.. fields.Select((field, at) => field with { Ordinal = at })];
        byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }
    public string Label { get; }
    public string LabelPlural { get; }
    public string KeyPrefix { get; }
    public IReadOnlyList<FieldSchema> Fields { get; }
    public bool Createable => Access.Contains('C');
    public bool Updateable => Access.Contains('U');
    public bool Deletable => Access.Contains('D');

    /// <summary>getUpdated and getDeleted work (facts 2.2: replicateable).</summary>
    public bool Replicateable => Access.Contains('R');

    /// <summary>Letters of C(reate) U(pdate) D(elete and undelete) R(eplicate).</summary>
    internal string Access { get; }

    public FieldSchema? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field a schema must have; a missing one is a bug of the sandbox.</summary>
    internal FieldSchema Require(string name) =>
        byName.TryGetValue(name, out var field)
            ? field
            : throw new InvalidOperationException($"{Name} has no field {name}");
}
