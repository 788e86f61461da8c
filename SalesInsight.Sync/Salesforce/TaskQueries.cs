using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// The questions asked about tasks. No Who or What joins: they fail wide queries (facts pitfall 12). Pure.
/// </summary>
internal static class TaskQueries
{
    /// <summary>External ids are 65 characters: about 75 bytes each in a URL of 16,384.</summary>
    public const int ExternalIdsPerQueryMax = 150;

    public const string ViewAllData = "PermissionsViewAllData";

    /// <summary>A closed window, in the order in which it can be continued.</summary>
    public static SoqlQuery Window(TaskColumns columns, StampWindow window, string? ownerId)
    {
        var query = Within(Select(columns), window);
        if (ownerId is not null) query = query.Where(SoqlCondition.IsId("OwnerId", ownerId));
        if (window.ModifiedSince is { } since) query = query.Where(SoqlCondition.From("LastModifiedDate", since));
        if (window.OpenOnly) query = query.Where(SoqlCondition.IsFlag("IsClosed", false));
        return query.OrderBy("SystemModstamp", "Id");
    }

    /// <summary>A window of everybody's tasks.</summary>
    public static SoqlQuery OrgWindow(TaskColumns columns, StampWindow window) =>
        Within(new SoqlQuery(TaskColumns.Entity, columns.ForOthers), window).OrderBy("SystemModstamp", "Id");

    /// <summary>One row: what the user who asks may do (object UserPermissionAccess).</summary>
    public static SoqlQuery OwnPermissions() => new("UserPermissionAccess", ["Id", ViewAllData]);

    public static SoqlQuery ById(TaskColumns columns, IEnumerable<string> ids) =>
        Select(columns).Where(SoqlCondition.InIds("Id", ids));

    public static SoqlQuery ByExternalId(TaskColumns columns, IEnumerable<string> externalIds, string userId)
    {
        var query = Select(columns).Where(SoqlCondition.InTexts(columns.ExternalIdField!, externalIds));
        // CallObject has no index: who created it narrows the search.
        return columns.CreateMode == CreateMode.Marker
            ? query.Where(SoqlCondition.IsId("CreatedById", userId))
            : query;
    }

    public static SoqlQuery CreatedSince(TaskColumns columns, string userId, DateTimeOffset since) =>
        Select(columns)
            .Where(SoqlCondition.IsId("CreatedById", userId), SoqlCondition.From("CreatedDate", since))
            .OrderBy("CreatedDate", "Id");

    private static SoqlQuery Within(SoqlQuery query, StampWindow window) => query.Where(
        SoqlCondition.From("SystemModstamp", window.From), SoqlCondition.Before("SystemModstamp", window.Upper));

    private static SoqlQuery Select(TaskColumns columns) => new(TaskColumns.Entity, columns.Readable);
}
