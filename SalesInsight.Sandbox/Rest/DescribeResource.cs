using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>What the org says of itself: resources, objects, fields.</summary>
internal sealed class DescribeResource(SandboxOrg org)
{
    private static readonly string[] Names =
        ["composite", "limits", "query", "queryAll", "quickActions", "recent", "sobjects", "tabs", "theme"];

    /// <summary>As many as Salesforce remembers of one user.</summary>
    private const int RecentMax = 200;

    /// <summary>The map of resource names, with the identity of the caller (facts 2.1).</summary>
    internal RestResponse Resources(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        foreach (var name in Names) writer.WriteString(name, $"{request.VersionPath}/{name}");
        writer.WriteString("identity", $"{request.BaseUrl}/id/{org.Id}/{request.Context.UserId}");
        writer.WriteEndObject();
    });

    internal RestResponse Global(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("encoding", "UTF-8");
        writer.WriteNumber("maxBatchSize", 200);
        writer.WriteStartArray("sobjects");
        foreach (var schema in org.Schema.Objects.Where(s => !org.Sharing.HidesObject(request.Context, s.Name)))
            DescribeJson.WriteSummary(writer, schema, request.VersionPath);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    internal RestResponse Basic(RestRequest request, ObjectSchema schema) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("objectDescribe");
        DescribeJson.WriteSummary(writer, schema, request.VersionPath);
        writer.WriteStartArray("recentItems");
        foreach (var row in Touched(request, [schema])) WriteLink(writer, request, row);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>304 while nothing an admin can change was changed since the caller's copy (facts 2.1).</summary>
    internal RestResponse Describe(RestRequest request, ObjectSchema schema)
    {
        var changed = org.SchemaChangedAt;
        if (request.Header("If-Modified-Since") is { } header
            && DateTimeOffset.TryParseExact(header, "R", null, default, out var since) && changed <= since)
            return RestResponse.Empty(304);
        return RestResponse.Json(200, writer => Write(writer, request, schema)) with
        {
            Headers = [("Last-Modified", changed.ToString("R"))],
        };
    }

    /// <summary>
    /// What the caller touched last, newest first. Salesforce counts what was looked at too; nobody looks here.
    /// </summary>
    internal RestResponse Recent(RestRequest request) => RestResponse.Json(200, writer =>
    {
        var most = int.TryParse(request.QueryValue("limit"), out var limit) ? limit : RecentMax;
        writer.WriteStartArray();
        foreach (var row in Touched(request, org.Schema.Objects).Take(most)) WriteLink(writer, request, row);
        writer.WriteEndArray();
    });

    /// <summary>The lists the screen has.</summary>
    internal RestResponse Tabs(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        foreach (var schema in Shown) DescribeJson.WriteTab(writer, schema, request);
        writer.WriteEndArray();
    });

    /// <summary>The org was given no colours or icons of its own: each tab is named and has none.</summary>
    internal RestResponse Theme(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("themeItems");
        foreach (var schema in Shown) DescribeJson.WriteThemeItem(writer, schema);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>Nobody defined one.</summary>
    internal RestResponse QuickActions(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        writer.WriteEndArray();
    });

    /// <summary>Objects people work with have a tab; those of setup, and rows between two others, have none.</summary>
    private IEnumerable<ObjectSchema> Shown =>
        org.Schema.Objects.Where(schema => schema.Createable && Title(schema) is not null);

    private IEnumerable<SObjectRecord> Touched(RestRequest request, IEnumerable<ObjectSchema> objects) => objects
        .Where(schema => schema.Createable && Title(schema) is not null)
        .SelectMany(schema => org.Records.List(request.Context, schema.Name))
        .Where(row => row.Text("LastModifiedById") == request.Context.UserId)
        .OrderByDescending(row => row.Moment("LastModifiedDate"))
        .ThenByDescending(row => row.Id, StringComparer.Ordinal)
        .Take(RecentMax);

    private static void WriteLink(Utf8JsonWriter writer, RestRequest request, SObjectRecord row)
    {
        var projection = SoqlProjection.OfFields([row.Schema.Require("Id"), Title(row.Schema)!]);
        RecordJson.Write(writer, row, projection, request.VersionPath);
    }

    /// <summary>What a link to a record reads; null where a record has no name of its own.</summary>
    private static FieldSchema? Title(ObjectSchema schema) => schema.Find("Name") ?? schema.Find("Subject");

    private void Write(Utf8JsonWriter writer, RestRequest request, ObjectSchema schema)
    {
        writer.WriteStartObject();
        DescribeJson.WriteMembers(writer, schema, request.VersionPath);
        writer.WriteStartArray("childRelationships");
        foreach (var child in org.Schema.ChildrenOf(schema)) DescribeJson.WriteChild(writer, child);
        writer.WriteEndArray();
        writer.WriteStartArray("recordTypeInfos");
        writer.WriteEndArray();
        writer.WriteStartArray("fields");
        foreach (var field in schema.Fields)
        {
            if (org.Sharing.HidesField(request.Context, schema.Name, field.Name)) continue;
            var readOnly = org.Sharing.FieldIsReadOnly(request.Context, schema.Name, field.Name);
            DescribeJson.WriteField(
                writer, readOnly ? field with { Createable = false, Updateable = false } : field);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
