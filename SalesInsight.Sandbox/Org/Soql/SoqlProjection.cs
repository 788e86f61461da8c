using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Soql;

/// <summary>What an answer shows of each row, in the order it was asked for; relationships nest.</summary>
internal sealed class SoqlProjection
{
    private readonly List<SoqlColumn> columns = [];

    internal IReadOnlyList<SoqlColumn> Columns => columns;

    internal bool HasChildren => columns.Exists(column => column is SoqlColumn.Children);

    internal static SoqlProjection Of(SoqlNames names, ObjectSchema root, SoqlQuery query)
    {
        var projection = new SoqlProjection();
        foreach (var field in Group(names, root, query)) projection.AddOwn(field);
        foreach (var path in query.Fields)
        {
            var bound = names.Field(root, path);
            var parts = path.Parts;
            projection.Add(names, [root], path, parts, bound.Schema);
        }

        return projection;
    }

    /// <summary>Every field of the object that is not hidden, as a plain retrieve answers.</summary>
    internal static SoqlProjection OfFields(IEnumerable<FieldSchema> fields)
    {
        var projection = new SoqlProjection();
        foreach (var field in fields) projection.AddOwn(field);
        return projection;
    }

    internal void Add(SoqlColumn.Children children) => columns.Add(children);

    private void AddOwn(FieldSchema field) =>
        columns.Add(new SoqlColumn.Value(field.Name, row => row[field.Ordinal]));

    private void Add(
        SoqlNames names, IReadOnlyList<ObjectSchema> targets, SoqlPath path, string[] parts, FieldSchema leaf)
    {
        if (parts.Length == 1)
        {
            if (columns.Exists(column => column.Name == leaf.Name))
                throw new SoqlRefusal(SandboxErrors.InvalidField($"duplicate field selected: {path.Text}"));
            columns.Add(new SoqlColumn.Value(leaf.Name, row => SoqlNames.ReadLeaf(row, leaf.Name)));
            return;
        }

        var step = names.Relationship(targets, path, parts[0]);
        var branch = columns.OfType<SoqlColumn.Parent>().FirstOrDefault(column => column.Name == step.RelationshipName);
        if (branch is null)
        {
            var inner = new SoqlProjection();
            branch = new SoqlColumn.Parent(step.RelationshipName!, row => names.Parent(row, step), inner);
            columns.Add(branch);
        }

        branch.Projection.Add(names, names.Targets(step), path, parts[1..], leaf);
    }

    private static IEnumerable<FieldSchema> Group(SoqlNames names, ObjectSchema root, SoqlQuery query)
    {
        const int groupLimitMax = 200;
        if (query.FieldGroup is not { } group) return [];
        if (group is not "ALL" and not "STANDARD" and not "CUSTOM")
            throw SoqlRefusal.Malformed($"unexpected token: '{group}'");
        if (group != "STANDARD" && query.Limit is null or > groupLimitMax)
            throw SoqlRefusal.Malformed("The SOQL FIELDS function must have a LIMIT of at most 200");
        return root.Fields.Where(field =>
            !names.Hides(root, field.Name) && (group == "ALL" || field.Custom == (group == "CUSTOM")));
    }
}
