using System.Text.Json;
using SalesInsight.Sandbox.Faults;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One subrequest of a composite as sent.</summary>
internal sealed record CompositePart(
    string Method, string Url, string ReferenceId, JsonElement? Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Null when a member that must be there is not.</summary>
    internal static CompositePart? Read(JsonElement part)
    {
        if (JsonFields.Text(part, "method") is not { } method || JsonFields.Text(part, "url") is not { } url
            || JsonFields.Text(part, "referenceId") is not { } reference)
            return null;
        var hasBody = part.TryGetProperty("body", out var body) && body.ValueKind != JsonValueKind.Null;
        return new CompositePart(method.ToUpperInvariant(), url, reference, hasBody ? body : null, ReadHeaders(part));
    }

    /// <summary>Queries and collections: at most five of them in one composite (facts 2.5).</summary>
    internal bool IsHeavy =>
        Url.Contains("/query", StringComparison.OrdinalIgnoreCase)
        || Url.Contains("/composite/sobjects", StringComparison.OrdinalIgnoreCase);

    /// <summary>A POST to <c>composite/sobjects/{Type}</c> is a retrieve that needs a body.</summary>
    internal bool Writes =>
        Method != "GET"
        && !(Method == "POST" && Url.Contains("/composite/sobjects/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Needs an earlier answer.</summary>
    internal bool Refers =>
        CompositeReferences.HasReference(Url)
        || (Body is { } body && CompositeReferences.HasReference(body.GetRawText()));

    internal SubrequestMoment Moment(int index, string userId) => new(index, Method, Url, userId);

    private static IReadOnlyDictionary<string, string> ReadHeaders(JsonElement part)
    {
        if (!part.TryGetProperty("httpHeaders", out var headers) || headers.ValueKind != JsonValueKind.Object)
            return NoHeaders;
        // Names differ in more than case, or the last one counts, as in any JSON object.
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers.EnumerateObject()) byName[header.Name] = header.Value.ToString();
        return byName;
    }
}
