using System.Text.Json;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>
/// composite: up to 25 subrequests in one call, in order, each seeing what the earlier ones committed (facts 2.5).
/// </summary>
internal sealed class CompositeResource(SandboxOrg org, RestRouter router, FaultPlan faults)
{
    private const int PartsMax = 25;
    private const int HeavyPartsMax = 5;

    internal RestResponse Run(RestRequest request)
    {
        if (request.Method != "POST") return RestResponse.WrongMethod(request.Method, "POST");
        if (request.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty("compositeRequest", out var list) || list.ValueKind != JsonValueKind.Array)
            return Refused("JSON_PARSER_ERROR", "The request body must carry a compositeRequest list");
        var parts = list.EnumerateArray().Select(CompositePart.Read).ToList();
        if (Fault(parts) is { } refusal) return refusal;
        var answers = new RestResponse[parts.Count];
        if (!JsonFields.Flag(body, "allOrNone")) RunAll(request, parts!, answers, halts: false);
        else RunAllOrNone(request, parts!, answers);
        return Show(parts!, answers);
    }

    private static RestResponse? Fault(List<CompositePart?> parts)
    {
        if (parts.Count > PartsMax)
            return Refused("LIMIT_EXCEEDED", $"Limit exceeded. Max number of composite subrequests is {PartsMax}");
        if (parts.Contains(null)) return Refused("INVALID_INPUT", "method, url and referenceId are required");
        if (parts.Count(part => part!.IsHeavy) > HeavyPartsMax)
        {
            return Refused(
                "LIMIT_EXCEEDED",
                $"Limit exceeded. Max number of query and collections subrequests is {HeavyPartsMax}");
        }

        return parts.DistinctBy(part => part!.ReferenceId).Count() < parts.Count
            ? Refused("INVALID_INPUT", "referenceId must be unique")
            : null;
    }

    private void RunAllOrNone(RestRequest request, List<CompositePart> parts, RestResponse[] answers)
    {
        var done = true;
        org.Records.InTransaction(() => done = RunAll(request, parts, answers, halts: true));
        if (done) return;
        for (var at = 0; at < answers.Length; at++)
        {
            if (answers[at] is { Failed: true } or { HasItemErrors: true }) continue;
            answers[at] = Refused(
                "PROCESSING_HALTED",
                "The transaction was rolled back since another operation in the same transaction failed.");
        }
    }

    /// <summary>False when it halted at the first fault.</summary>
    private bool RunAll(RestRequest request, List<CompositePart> parts, RestResponse[] answers, bool halts)
    {
        var references = new CompositeReferences();
        for (var at = 0; at < parts.Count; at++)
        {
            faults.ReachSubrequest(parts[at].Moment(at, request.Context.UserId));
            if (parts[at].Writes) ReadAhead(request, references, parts, answers, at + 1);
            answers[at] ??= RunOne(request, references, parts[at]);
            references.Add(parts[at].ReferenceId, answers[at]);
            if (halts && (answers[at].Failed || answers[at].HasItemErrors)) return false;
        }

        return true;
    }

    /// <summary>
    /// Where later parts do not see what earlier ones wrote, they are answered before the first write (facts 11.3).
    /// </summary>
    private void ReadAhead(
        RestRequest request, CompositeReferences references, List<CompositePart> parts, RestResponse[] answers,
        int from)
    {
        if (org.Options.CompositeSeesEarlierWrites) return;
        for (var at = from; at < parts.Count; at++)
            if (!parts[at].Writes && !parts[at].Refers) answers[at] ??= RunOne(request, references, parts[at]);
    }

    private RestResponse RunOne(RestRequest request, CompositeReferences references, CompositePart part)
    {
        var (resolved, missing) = references.Resolve(part);
        if (resolved is null)
        {
            return Refused(
                "PROCESSING_HALTED", $"Invalid reference specified. No value for {missing} found.");
        }

        if (org.Options.CompositeUrlIsLimited && RestGate.CheckUri(resolved.Url) is { } tooLong) return tooLong;
        if (RestRequest.ReadTarget(resolved.Url) is not { } target) return RestResponse.NotFound();
        var isComposite = target.Segments is ["composite"] or ["composite", "batch"];
        if (isComposite) return Refused("INVALID_INPUT", "A composite cannot hold a composite or a batch");
        return router.Route(request with
        {
            Method = resolved.Method,
            Version = target.Version,
            Segments = target.Segments,
            Query = target.Query,
            Body = resolved.Body,
            Headers = resolved.Headers,
        });
    }

    private static RestResponse Show(List<CompositePart> parts, RestResponse[] answers) =>
        RestResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("compositeResponse");
            for (var at = 0; at < parts.Count; at++)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("body");
                WriteBody(writer, answers[at]);
                writer.WriteStartObject("httpHeaders");
                foreach (var (name, value) in answers[at].Headers) writer.WriteString(name, value);
                writer.WriteEndObject();
                writer.WriteNumber("httpStatusCode", answers[at].Status);
                writer.WriteString("referenceId", parts[at].ReferenceId);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    internal static void WriteBody(Utf8JsonWriter writer, RestResponse answer)
    {
        if (answer.Body.IsEmpty) writer.WriteNullValue();
        else writer.WriteRawValue(answer.Body.Span, skipInputValidation: true);
    }

    private static RestResponse Refused(string code, string message) => RestResponse.Refused(400, code, message);
}
