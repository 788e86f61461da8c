using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One HTTP call: admit, count, read, route, answer.</summary>
internal sealed class RestService
{
    private const int GzipWorthwhile = 1_024;
    private readonly ApiUsage usage;
    private readonly CallCounter calls;
    private readonly RestGate gate;
    private readonly RestRouter router;
    private readonly CompositeResource composite;
    private readonly BatchResource batch;

    public RestService(SandboxOrg org, FaultPlan faults, ApiUsage usage, CallCounter calls)
    {
        (this.usage, this.calls) = (usage, calls);
        gate = new RestGate(org, usage);
        router = new RestRouter(org, new QueryResource(org), new LimitsResource(usage));
        composite = new CompositeResource(org, router, faults);
        batch = new BatchResource(router);
    }

    internal async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var (answer, app) = await AnswerAsync(context, target);
        context.Response.Headers["Sforce-Limit-Info"] = usage.Header(app);
        await WriteAsync(context, answer);
    }

    private async Task<(RestResponse Answer, string App)> AnswerAsync(HttpContext context, string target)
    {
        if (RestGate.CheckSize(target, context.Request.Headers) is { } tooLarge) return (tooLarge, "");
        if (target.Split('?')[0].TrimEnd('/') == "/services/data") return (ApiVersions.List(), "");
        var (caller, refusal) = gate.Admit(context.Request);
        if (caller is null) return (refusal!, "");
        if (RestRequest.ReadTarget(target) is not { } read) return (RestResponse.NotFound(), caller.AppName);
        var (body, unreadable) = await ReadBodyAsync(context.Request);
        var method = HttpMethods.IsHead(context.Request.Method) ? "GET" : context.Request.Method.ToUpperInvariant();
        var request = new RestRequest(
            method, read.Version, read.Segments, read.Query, caller, body,
            Headers(context.Request), $"{context.Request.Scheme}://{context.Request.Host}");
        Count(request);
        return (unreadable ?? Route(request), caller.AppName);
    }

    private RestResponse Route(RestRequest request) => request.Segments switch
    {
        ["composite"] => composite.Run(request),
        ["composite", "batch"] => batch.Run(request),
        _ => router.Route(request),
    };

    private void Count(RestRequest request)
    {
        var isBatch = request.Segments is ["composite", "batch"];
        var count = isBatch ? BatchResource.Count(request.Body) : 1;
        usage.Add(count, request.Context.AppName);
        calls.Count($"{request.Method} {Kind(request.Segments)}", count, request.Context.UserId);
    }

    private static string Kind(string[] segments) => segments switch
    {
        [] => "resources",
        ["sobjects", _, var verb and ("describe" or "updated" or "deleted")] => $"sobjects/{verb}",
        ["sobjects"] => "sobjects/list",
        ["composite", "batch"] => "composite/batch",
        ["composite", "sobjects", ..] => "composite/sobjects",
        ["query" or "queryAll", _] => "query/next",
        [var first, ..] => first,
    };

    private static async Task<(JsonElement? Body, RestResponse? Refusal)> ReadBodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        if (request.Headers.ContentEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await using var unzipped = new GZipStream(request.Body, CompressionMode.Decompress);
            await unzipped.CopyToAsync(bytes);
        }
        else
        {
            await request.Body.CopyToAsync(bytes);
        }

        if (bytes.Length == 0) return (null, null);
        if (request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, RestResponse.Refused(
                415, "UNSUPPORTED_MEDIA_TYPE", $"Content-Type: {request.ContentType} is not supported"));
        }

        try
        {
            // Parsed from a copy: a cloned element outlives the buffer.
            var json = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            using var document = JsonDocument.Parse(json);
            return HalfCharacters.Hold(json.Span)
                ? (null, RestResponse.Refused(400, "JSON_PARSER_ERROR", "Half of a surrogate pair is no character"))
                : (document.RootElement.Clone(), null);
        }
        catch (JsonException fault)
        {
            return (null, RestResponse.Refused(400, "JSON_PARSER_ERROR", fault.Message));
        }
    }

    private static Dictionary<string, string> Headers(HttpRequest request) =>
        request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    internal static async Task WriteAsync(HttpContext context, RestResponse answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        if (answer.Body.IsEmpty) return;
        response.ContentType = "application/json;charset=UTF-8";
        var accepts = context.Request.Headers.AcceptEncoding.ToString();
        if (answer.Body.Length < GzipWorthwhile || !accepts.Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            response.ContentLength = answer.Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(answer.Body);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        response.Headers.Vary = "Accept-Encoding";
        await using var zipped = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await zipped.WriteAsync(answer.Body);
    }
}
