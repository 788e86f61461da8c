using System.Text.Json.Nodes;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>One collection of a write call and the rows it carries, by their place in the request. Pure.</summary>
internal sealed record WriteStep(IReadOnlyList<int> Places, CompositeStep Step)
{
    /// <summary>Rows of one collection (facts 2.5).</summary>
    public const int RowsMax = 200;

    public static WriteStep Updates(
        string root, IReadOnlyList<(int Place, WriteRequest.Update Row)> rows, string name)
    {
        var body = Collection(rows.Select(r => Body(r.Row)));
        return new(PlacesOf(rows), new("PATCH", $"{root}/composite/sobjects", name, body));
    }

    public static WriteStep Creates(
        string root, IReadOnlyList<(int Place, WriteRequest.Create Row)> rows, string? externalIdField, string name)
    {
        var body = Collection(rows.Select(r => Body(r.Row, externalIdField)));
        return new(PlacesOf(rows), new("POST", $"{root}/composite/sobjects", name, body));
    }

    public static WriteStep Deletes(string root, IReadOnlyList<(int Place, WriteRequest.Delete Row)> rows, string name)
    {
        var ids = string.Join(',', rows.Select(r => r.Row.SalesforceId));
        return new(PlacesOf(rows), new("DELETE", $"{root}/composite/sobjects?ids={ids}&allOrNone=false", name));
    }

    public static CompositeStep Retrieve(string root, IEnumerable<string> ids, TaskColumns columns, string name) =>
        new("POST", $"{root}/composite/sobjects/Task", name, new JsonObject
        {
            ["ids"] = Texts(ids),
            ["fields"] = Texts(columns.Readable),
        });

    /// <summary>Only what changed; an emptied field is an explicit null. The owner is never sent.</summary>
    private static JsonObject Body(WriteRequest.Update row)
    {
        var body = Typed();
        body["id"] = row.SalesforceId;
        foreach (var field in row.Fields.Each()) body[TaskColumns.NameOf(field)] = row.Content[field];
        return body;
    }

    /// <summary>A create leaves empty fields out, so that the org's own defaults apply.</summary>
    private static JsonObject Body(WriteRequest.Create row, string? externalIdField)
    {
        var body = Typed();
        foreach (var field in FieldSet.Fields)
            if (row.Content[field] is { } value) body[TaskColumns.NameOf(field)] = value;
        if (externalIdField is not null) body[externalIdField] = row.ExternalId;
        return body;
    }

    private static JsonObject Collection(IEnumerable<JsonObject> rows) => new()
    {
        ["allOrNone"] = false,
        ["records"] = new JsonArray([.. rows]),
    };

    private static JsonObject Typed() => new() { ["attributes"] = new JsonObject { ["type"] = TaskColumns.Entity } };

    private static JsonArray Texts(IEnumerable<string> values) =>
        new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    private static int[] PlacesOf<T>(IReadOnlyList<(int Place, T Row)> rows) => [.. rows.Select(r => r.Place)];
}
