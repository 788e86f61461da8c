using System.Text.Json;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Schema;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Many records in one call (facts 2.5): 200 written or 2,000 read.</summary>
internal sealed class CollectionResource(SandboxOrg org)
{
    internal const int WritesMax = 200;
    internal const int ReadsMax = 2_000;
    private const int ChunksMax = 10;

    internal RestResponse Route(RestRequest request, string[] rest) => (request.Method, rest) switch
    {
        ("POST", []) => WriteAll(request, (type, record) =>
            org.Records.Create(request.Context, type, JsonFields.Read(record)), created: false),
        ("PATCH", []) => WriteAll(request, (type, record) =>
            org.Records.Update(
                request.Context, type, JsonFields.Text(record, "Id") ?? JsonFields.Text(record, "id") ?? "",
                JsonFields.Read(record, "Id")), created: false),
        ("DELETE", []) => DeleteAll(request),
        ("GET" or "POST", [var name]) => org.Sharing.Find(request.Context, org.Schema, name) is { } schema
            ? Retrieve(request, schema)
            : RestResponse.NotFound(),
        ("PATCH", [var name, var field]) => WriteAll(request, (type, record) =>
            Upsert(request, type, name, field, record), created: true),
        _ => RestResponse.WrongMethod(request.Method, "DELETE,GET,PATCH,POST"),
    };

    private WriteResult Upsert(RestRequest request, string type, string name, string field, JsonElement record)
    {
        if (!string.Equals(type, name, StringComparison.OrdinalIgnoreCase))
            return WriteResult.Refused(new SandboxError("INVALID_INPUT", $"record type {type} is not {name}"));
        var fields = JsonFields.Read(record, field);
        if (fields.ContainsKey("Id")) return WriteResult.Refused(SandboxErrors.NotWriteable("Id"));
        return JsonFields.Text(record, field) is { Length: > 0 } value
            ? org.Records.Upsert(request.Context, type, field, value, fields)
            : WriteResult.Refused(new SandboxError("MISSING_ARGUMENT", $"{field} not specified", field));
    }

    private RestResponse WriteAll(
        RestRequest request, Func<string, JsonElement, WriteResult> write, bool created)
    {
        if (request.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty("records", out var list) || list.ValueKind != JsonValueKind.Array)
            return RestResponse.Refused(400, "JSON_PARSER_ERROR", "The request body must carry a list of records");
        var records = list.EnumerateArray().ToList();
        if (records.Count > WritesMax) return TooMany(records.Count, WritesMax);
        var types = records.ConvertAll(TypeOf);
        if (types.Contains(null))
            return RestResponse.Refused(400, "INVALID_INPUT", "Include an SObject type for each record");
        if (Chunks(types) > ChunksMax)
            return RestResponse.Refused(400, "INVALID_INPUT", $"Records of more than {ChunksMax} chunks of types");
        return Run(JsonFields.Flag(body, "allOrNone"), records.Count, at => write(types[at]!, records[at]), created);
    }

    private RestResponse DeleteAll(RestRequest request)
    {
        var ids = Split(request.QueryValue("ids"));
        if (ids.Length > WritesMax) return TooMany(ids.Length, WritesMax);
        var allOrNone = string.Equals(request.QueryValue("allOrNone"), "true", StringComparison.OrdinalIgnoreCase);
        return Run(allOrNone, ids.Length, at =>
        {
            var schema = RecordId.Normalise(ids[at]) is { } id ? org.Schema.OfId(id) : null;
            return schema is null
                ? WriteResult.Refused(SandboxErrors.MalformedId("ID", "Id", ids[at]))
                : org.Records.Delete(request.Context, schema.Name, ids[at]);
        }, created: false);
    }

    private RestResponse Run(bool allOrNone, int count, Func<int, WriteResult> write, bool created)
    {
        var results = new List<WriteResult>(count);
        if (!allOrNone)
        {
            for (var at = 0; at < count; at++) results.Add(write(at));
        }
        else
        {
            org.Records.InTransaction(() =>
            {
                for (var at = 0; at < count; at++) results.Add(write(at));
                return results.TrueForAll(result => result.Success);
            });
            if (results.Exists(result => !result.Success)) results = results.ConvertAll(RolledBack);
        }

        return RestResponse.Json(200, writer => WriteResults(writer, results, created)) with
        {
            HasItemErrors = results.Exists(result => !result.Success),
        };
    }

    private static WriteResult RolledBack(WriteResult result) =>
        result.Success ? WriteResult.Refused(SandboxErrors.RolledBack()) : result;

    private RestResponse Retrieve(RestRequest request, ObjectSchema schema)
    {
        var (ids, names) = request.Body is { ValueKind: JsonValueKind.Object } body
            ? (Texts(body, "ids"), Texts(body, "fields"))
            : (Split(request.QueryValue("ids")), Split(request.QueryValue("fields")));
        if (ids.Length > ReadsMax) return TooMany(ids.Length, ReadsMax);
        var fields = new List<FieldSchema>();
        foreach (var name in names)
        {
            var field = schema.Find(name);
            if (field is null || org.Sharing.HidesField(request.Context, schema.Name, field.Name))
                return RestResponse.Refused(SandboxErrors.NoSuchColumn(name, schema.Name));
            fields.Add(field);
        }

        var wrong = Array.Find(
            ids, id => RecordId.Normalise(id) is not { } normal || RecordId.KeyPrefix(normal) != schema.KeyPrefix);
        if (wrong is not null)
            return RestResponse.Refused(SandboxErrors.MalformedId($"{schema.Label} ID", "Id", wrong));
        return Show(request, schema, ids, fields);
    }

    private RestResponse Show(RestRequest request, ObjectSchema schema, string[] ids, List<FieldSchema> fields)
    {
        var withId = fields.Exists(field => field.Name == "Id") ? fields : [schema.Require("Id"), .. fields];
        var projection = SoqlProjection.OfFields(withId.DistinctBy(field => field.Name));
        var rows = org.Records.FindAll(request.Context, schema.Name, ids);
        return RestResponse.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                if (row is not null) RecordJson.Write(writer, row, projection, request.VersionPath);
                else if (org.Options.RetrieveAnswersNull) writer.WriteNullValue();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>
    /// Items carry <c>statusCode</c> where whole requests carry <c>errorCode</c> (facts 2.5). NOT_FOUND is about a
    /// path; of an item Salesforce says something else, nobody here knows what for sure.
    /// </summary>
    private void WriteResults(Utf8JsonWriter writer, List<WriteResult> results, bool created)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            if (result.Id is not null) writer.WriteString("id", result.Id);
            writer.WriteBoolean("success", result.Success);
            writer.WriteStartArray("errors");
            foreach (var error in result.Errors)
            {
                writer.WriteStartObject();
                var unseen = error.Code == "NOT_FOUND";
                writer.WriteString("statusCode", unseen ? org.Options.UnseenItemCode : error.Code);
                writer.WriteString("message", unseen ? "invalid cross reference id" : error.Message);
                RestResponse.WriteFields(writer, error);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            // A failed upsert item still says created:true, as recorded (facts 2.5).
            if (created) writer.WriteBoolean("created", !result.Success || result.Created);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? TypeOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("attributes", out var attributes)
            ? JsonFields.Text(attributes, "type")
            : null;

    private static int Chunks(List<string?> types)
    {
        var chunks = types.Count == 0 ? 0 : 1;
        for (var at = 1; at < types.Count; at++)
            if (types[at] != types[at - 1]) chunks++;
        return chunks;
    }

    private static string[] Split(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string[] Texts(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ToString())]
            : [];

    private static RestResponse TooMany(int count, int most) => RestResponse.Refused(
        400, "EXCEEDED_MAX_SIZE_REQUEST", $"record list size of {count} exceeds the limit of {most}");
}
