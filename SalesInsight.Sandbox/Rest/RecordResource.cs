using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Soql;
using SalesInsight.Sandbox.Org.Writing;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One record by id or by external id (facts 2.2).</summary>
internal sealed class RecordResource(SandboxOrg org)
{
    private const int CreatedFlagSince = 46;

    internal RestResponse Create(RestRequest request, ObjectSchema schema)
    {
        if (request.Body is not { ValueKind: JsonValueKind.Object } body) return NoBody();
        var result = org.Records.Create(request.Context, schema.Name, JsonFields.Read(body));
        return result.Success ? Created(request, schema, result, withFlag: false) : Refused(result);
    }

    internal RestResponse Get(RestRequest request, ObjectSchema schema, string id)
    {
        if (RecordId.Normalise(id) is not { } normal)
            return RestResponse.Refused(SandboxErrors.NoSuchExternalId(id));
        if (RecordId.KeyPrefix(normal) != schema.KeyPrefix)
            return RestResponse.Refused(SandboxErrors.MalformedId($"{schema.Label} ID", "Id", id));
        return org.Records.Find(request.Context, schema.Name, normal) is { } row
            ? Show(request, schema, row)
            : RestResponse.NotFound();
    }

    internal RestResponse Update(RestRequest request, ObjectSchema schema, string id)
    {
        if (request.Body is not { ValueKind: JsonValueKind.Object } body) return NoBody();
        if (TouchedSince(request, schema, id)) return PreconditionFailed();
        var result = org.Records.Update(request.Context, schema.Name, id, JsonFields.Read(body));
        return result.Success ? RestResponse.Empty(204) : Refused(result);
    }

    internal RestResponse Delete(RestRequest request, ObjectSchema schema, string id)
    {
        if (TouchedSince(request, schema, id)) return PreconditionFailed();
        var result = org.Records.Delete(request.Context, schema.Name, id);
        return result.Success ? RestResponse.Empty(204) : Refused(result);
    }

    internal RestResponse GetBy(RestRequest request, ObjectSchema schema, string field, string value) =>
        WithOne(request, schema, field, value, id => Get(request, schema, id));

    internal RestResponse DeleteBy(RestRequest request, ObjectSchema schema, string field, string value) =>
        WithOne(request, schema, field, value, id => Delete(request, schema, id));

    /// <summary>201 created; updated is 204 before v46 and 200 with <c>created:false</c> from then on.</summary>
    internal RestResponse Upsert(RestRequest request, ObjectSchema schema, string field, string value)
    {
        if (request.Body is not { ValueKind: JsonValueKind.Object } body) return NoBody();
        if (string.Equals(field, "Id", StringComparison.OrdinalIgnoreCase)) return Update(request, schema, value);
        var fields = JsonFields.Read(body);
        if (fields.ContainsKey("Id") || fields.ContainsKey(field))
        {
            return RestResponse.Refused(SandboxErrors.InvalidField(
                $"The {(fields.ContainsKey("Id") ? "Id" : field)} field should not be specified in the sobject data."));
        }

        var updateOnly = string.Equals(request.QueryValue("updateOnly"), "true", StringComparison.OrdinalIgnoreCase);
        var result = org.Records.Upsert(request.Context, schema.Name, field, value, fields, updateOnly);
        if (result.Ambiguous.Count > 0) return ManyMatch(request, schema, result.Ambiguous);
        if (!result.Success) return Refused(result);
        var flagged = request.Version >= CreatedFlagSince;
        if (result.Created) return Created(request, schema, result, flagged);
        return flagged ? Saved(200, result, withFlag: true) : RestResponse.Empty(204);
    }

    private RestResponse WithOne(
        RestRequest request, ObjectSchema schema, string field, string value, Func<string, RestResponse> act)
    {
        if (schema.Find(field) is not { ExternalId: true } found)
            return RestResponse.Refused(SandboxErrors.NoSuchExternalId(field));
        var ids = org.Records.IdsWith(request.Context, schema, found, value);
        return ids.Count switch
        {
            0 => RestResponse.NotFound(),
            1 => act(ids[0]),
            _ => ManyMatch(request, schema, ids),
        };
    }

    private RestResponse Show(RestRequest request, ObjectSchema schema, SObjectRecord row)
    {
        var visible = schema.Fields.Where(f => !org.Sharing.HidesField(request.Context, schema.Name, f.Name)).ToList();
        if (request.QueryValue("fields") is not { Length: > 0 } wanted)
            return Json(SoqlProjection.OfFields(visible));
        var chosen = new List<FieldSchema>();
        foreach (var name in wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var field = visible.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
            if (field is null) return RestResponse.Refused(SandboxErrors.NoSuchColumn(name, schema.Name));
            chosen.Add(field);
        }

        return Json(SoqlProjection.OfFields(chosen.DistinctBy(f => f.Name).Union(visible.Where(f => f.Name == "Id"))));

        RestResponse Json(SoqlProjection projection) => RestResponse.Json(
            200, writer => RecordJson.Write(writer, row, projection, request.VersionPath));
    }

    /// <summary>If-Unmodified-Since guards a write at one-second grain (facts 2.1, from memory).</summary>
    private bool TouchedSince(RestRequest request, ObjectSchema schema, string id) =>
        request.Header("If-Unmodified-Since") is { } header
        && DateTimeOffset.TryParseExact(header, "R", null, default, out var since)
        && org.Records.Find(request.Context, schema.Name, id)?.Moment("LastModifiedDate") > since;

    private static RestResponse PreconditionFailed() => RestResponse.Refused(
        412, "PRECONDITION_FAILED", "The resource was modified since the given date");

    private static RestResponse NoBody() => RestResponse.Refused(
        400, "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");

    private static RestResponse Refused(WriteResult result) => RestResponse.Refused(result.Errors);

    private static RestResponse Created(
        RestRequest request, ObjectSchema schema, WriteResult result, bool withFlag) =>
        Saved(201, result, withFlag) with
        {
            Headers = [("Location", $"{request.VersionPath}/sobjects/{schema.Name}/{result.Id}")],
        };

    private static RestResponse Saved(int status, WriteResult result, bool withFlag) =>
        RestResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Id);
            writer.WriteBoolean("success", true);
            writer.WriteStartArray("errors");
            writer.WriteEndArray();
            if (withFlag) writer.WriteBoolean("created", result.Created);
            writer.WriteEndObject();
        });

    private static RestResponse ManyMatch(RestRequest request, ObjectSchema schema, IReadOnlyList<string> ids) =>
        RestResponse.Json(300, writer =>
        {
            writer.WriteStartArray();
            foreach (var id in ids) writer.WriteStringValue($"{request.VersionPath}/sobjects/{schema.Name}/{id}");
            writer.WriteEndArray();
        });
}
