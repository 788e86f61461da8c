using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Rest;

/// <summary>What the org says of itself: resources, objects, fields.</summary>
internal sealed class DescribeResource(SandboxOrg org)
{
    private static readonly string[] Names =
        ["composite", "limits", "query", "queryAll", "quickActions", "recent", "sobjects", "tabs", "theme"];

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

    internal RestResponse EmptyList(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartArray();
        writer.WriteEndArray();
    });

    internal RestResponse Theme(RestRequest request) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("themeItems");
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private void Write(Utf8JsonWriter writer, RestRequest request, ObjectSchema schema)
    {
        writer.WriteStartObject();
        DescribeJson.WriteMembers(writer, schema, request.VersionPath);
        writer.WriteStartArray("childRelationships");
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
