using System.Text.Json;

namespace SalesInsight.Sandbox.Rest;

/// <summary>composite/batch: up to 25 parts, each on its own and each counted as a call (facts 2.5).</summary>
internal sealed class BatchResource(RestRouter router)
{
    private const int PartsMax = 25;

    /// <summary>How many calls a batch body will be counted as.</summary>
    internal static int Count(JsonElement? body) => Math.Max(1, Parts(body)?.Count ?? 1);

    internal RestResponse Run(RestRequest request)
    {
        if (request.Method != "POST") return RestResponse.WrongMethod(request.Method, "POST");
        if (Parts(request.Body) is not { } parts)
            return RestResponse.Refused(400, "JSON_PARSER_ERROR", "The request body must carry a batchRequests list");
        if (parts.Count > PartsMax)
            return RestResponse.Refused(400, "LIMIT_EXCEEDED", $"Max number of batch requests is {PartsMax}");
        var halts = JsonFields.Flag(request.Body!.Value, "haltOnError");
        var answers = new List<RestResponse>(parts.Count);
        foreach (var part in parts)
        {
            var halted = halts && answers.Exists(answer => answer.Failed);
            answers.Add(halted
                ? RestResponse.Refused(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request")
                : RunOne(request, part));
        }

        return Show(answers);
    }

    private RestResponse RunOne(RestRequest request, JsonElement part)
    {
        var method = JsonFields.Text(part, "method")?.ToUpperInvariant();
        if (method is null || JsonFields.Text(part, "url") is not { } url
            || RestRequest.ReadTarget(url) is not { } target || target.Segments is ["composite", ..])
            return RestResponse.NotFound();
        return router.Route(request with
        {
            Method = method,
            Version = target.Version,
            Segments = target.Segments,
            Query = target.Query,
            Body = part.TryGetProperty("richInput", out var input) ? input : null,
        });
    }

    private static RestResponse Show(List<RestResponse> answers) => RestResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("hasErrors", answers.Exists(answer => answer.Failed));
        writer.WriteStartArray("results");
        foreach (var answer in answers)
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", answer.Status);
            writer.WritePropertyName("result");
            CompositeResource.WriteBody(writer, answer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static List<JsonElement>? Parts(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } held && held.TryGetProperty("batchRequests", out var list)
        && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : null;
}
