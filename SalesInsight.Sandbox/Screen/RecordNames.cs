using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>What a person reads instead of an id.</summary>
internal sealed class RecordNames(SandboxOrg org)
{
    public string Of(CallContext context, string? id)
    {
        if (id is null) return "";
        var schema = org.Schema.OfId(id);
        var row = schema is null ? null : org.Records.Find(context, schema.Name, id, includeDeleted: true);
        return row is null ? id : row.Text("Name") ?? row.Text("Subject") ?? id;
    }

    /// <summary>Choices for a reference, by object: live rows in name order.</summary>
    public IReadOnlyList<(string Id, string Name)> Choices(CallContext context, string objectName, int countMax) =>
    [
        .. org.Records.List(context, objectName)
            .Where(row => objectName != "User" || row.Flag("IsActive"))
            .Where(row => !row.Flag("IsConverted"))
            .OrderBy(row => row.Text("Name"), StringComparer.OrdinalIgnoreCase)
            .Take(countMax)
            .Select(row => (row.Id, row.Text("Name") ?? row.Id)),
    ];

    /// <summary>The values of a setup list such as TaskStatus, in the admin's order.</summary>
    public IReadOnlyList<SObjectRecord> Values(CallContext context, string listName) =>
        [.. org.Records.List(context, listName).OrderBy(row => row["SortOrder"] as int? ?? 0)];
}
