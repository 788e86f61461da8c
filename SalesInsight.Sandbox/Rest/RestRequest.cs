using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>One call, whether it came over HTTP or inside a composite or batch.</summary>
/// <param name="Version">Whole API version, for example 67.</param>
/// <param name="Segments">The path after the version, unescaped.</param>
/// <param name="BaseUrl">Where the caller reached the sandbox, for links that must be whole.</param>
internal sealed record RestRequest(
    string Method, int Version, string[] Segments, IReadOnlyDictionary<string, StringValues> Query,
    CallContext Context, JsonElement? Body, IReadOnlyDictionary<string, string> Headers, string BaseUrl)
{
    private const string Root = "/services/data";

    internal string VersionPath => $"{Root}/v{Version}.0";

    internal string? QueryValue(string name) => Query.TryGetValue(name, out var value) ? value.ToString() : null;

    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads <c>/services/data/v67.0/sobjects/Task?x=y</c>; null without a known version.</summary>
    internal static (int Version, string[] Segments, IReadOnlyDictionary<string, StringValues> Query)? ReadTarget(
        string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var prefixed = path.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase);
        var rest = prefixed ? path[(Root.Length + 1)..] : path.TrimStart('/');
        var parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (parts.Length == 0 || ApiVersions.Read(parts[0]) is not { } version) return null;
        var query = QueryHelpers.ParseQuery(mark < 0 ? "" : target[mark..]);
        return (version, parts[1..], query);
    }
}
