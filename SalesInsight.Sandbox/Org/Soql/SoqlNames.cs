using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Setup;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>Resolves names of one query against the schema and the reader's field rights.</summary>
internal sealed class SoqlNames(OrgStore store, Sharing sharing, CallContext context, string soql)
{
    /// <summary>Child to parent levels (facts 2.3 allows 55 relationships; five levels is the depth).</summary>
    private const int LevelsMax = 5;

    internal ObjectSchema Object(SoqlPath path) =>
        sharing.Find(context, store.Schema, path.Text)
        ?? throw SoqlRefusal.At(
            "INVALID_TYPE", soql, path.Position, SandboxErrors.NoSuchObject(path.Text).Message);

    internal ChildRelationship Child(ObjectSchema parent, SoqlPath path) =>
        store.Schema.ChildrenOf(parent)
            .FirstOrDefault(known => string.Equals(known.Name, path.Text, StringComparison.OrdinalIgnoreCase))
        ?? throw SoqlRefusal.At(
            "INVALID_TYPE", soql, path.Position,
            $"Didn't understand relationship '{path.Text}' in FROM part of query call. If you are attempting to use " +
            "a custom relationship, be sure to append the '__r' after the custom relationship name.");

    internal BoundField Field(ObjectSchema root, SoqlPath path)
    {
        var parts = path.Parts;
        if (parts.Length > LevelsMax + 1) throw SoqlRefusal.Malformed("too many relationship levels");
        if (parts.Length == 1) return Own(root, path, parts[0]);
        var steps = new List<FieldSchema>();
        IReadOnlyList<ObjectSchema> targets = [root];
        foreach (var name in parts[..^1])
        {
            var step = Relationship(targets, path, name);
            steps.Add(step);
            targets = Targets(step);
        }

        var last = parts[^1];
        var schema = Leaf(targets, path, last);
        return new BoundField(schema, row => Follow(row, steps) is { } parent ? ReadLeaf(parent, last) : null);
    }

    internal IReadOnlyList<ObjectSchema> Targets(FieldSchema reference) =>
        [.. reference.ReferenceTo.Select(store.Schema.Require)];

    /// <summary>The parent a relationship leads to, if the reader may see it.</summary>
    internal SObjectRecord? Parent(SObjectRecord row, FieldSchema reference) =>
        row[reference.Name] is string id && store.Find(id) is { } parent && sharing.CanSee(context, parent)
            ? parent
            : null;

    internal FieldSchema Relationship(IReadOnlyList<ObjectSchema> targets, SoqlPath path, string name) =>
        targets.SelectMany(target => target.Fields)
            .FirstOrDefault(field => string.Equals(field.RelationshipName, name, StringComparison.OrdinalIgnoreCase))
        ?? throw SoqlRefusal.At(
            "INVALID_FIELD", soql, path.Position,
            $"Didn't understand relationship '{name}' in field path. If you are attempting to use a custom " +
            "relationship, be sure to append the '__r' after the custom relationship name.");

    internal static object? ReadLeaf(SObjectRecord row, string field) =>
        string.Equals(field, "Type", StringComparison.OrdinalIgnoreCase) && row.Schema.Find(field) is null
            ? row.Schema.Name
            : row[field];

    internal bool Hides(ObjectSchema schema, string field) => sharing.HidesField(context, schema.Name, field);

    private BoundField Own(ObjectSchema root, SoqlPath path, string name)
    {
        if (root.Find(name) is not { } field || Hides(root, field.Name)) throw NoColumn(path, name, root.Name);
        var ordinal = field.Ordinal;
        return new BoundField(field, row => row[ordinal]);
    }

    private FieldSchema Leaf(IReadOnlyList<ObjectSchema> targets, SoqlPath path, string name)
    {
        var known = targets.Select(target => target.Find(name)).FirstOrDefault(field => field is not null);
        if (known is not null && !Hides(targets[0], known.Name)) return known;
        if (targets.Count > 1 && string.Equals(name, "Type", StringComparison.OrdinalIgnoreCase)) return TypeOfParent;
        throw NoColumn(path, name, targets.Count > 1 ? "Name" : targets[0].Name);
    }

    private SObjectRecord? Follow(SObjectRecord row, List<FieldSchema> steps)
    {
        var at = row;
        foreach (var step in steps)
        {
            at = Parent(at, step);
            if (at is null) return null;
        }

        return at;
    }

    private SoqlRefusal NoColumn(SoqlPath path, string name, string entity) => SoqlRefusal.At(
        "INVALID_FIELD", soql, path.Position,
        $"No such column '{name}' on entity '{entity}'. If you are attempting to use a custom field, be sure to " +
        "append the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
        "appropriate names.");

    private static readonly FieldSchema TypeOfParent =
        Fields.Of(FieldType.Picklist, "Type", "Type", Fields.ReadOnly, 50);
}
