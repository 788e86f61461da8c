namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Decides whether an address may be talked to: https on the default port and a host that ends in an allowed suffix
/// (the dot included), or is a listed login host; http only on loopback, and only in the demo. Pure.
/// </summary>
internal sealed class HostAllowList(IReadOnlyList<string> hosts, IReadOnlyList<string> suffixes, bool allowLoopback)
{
    private readonly HashSet<string> known =
        hosts.Select(h => new Uri(h).IdnHost).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The origin, when the text is an allowed address and nothing more: no path, query or user part.
    /// </summary>
    public Uri? Origin(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !Allows(uri)) return null;
        return uri.PathAndQuery == "/" && uri.Fragment.Length == 0
            ? new Uri(uri.GetLeftPart(UriPartial.Authority))
            : null;
    }

    public bool Allows(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.UserInfo.Length > 0) return false;
        if (allowLoopback && uri.IsLoopback) return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
        return uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && AllowsName(uri.IdnHost);
    }

    private bool AllowsName(string host) =>
        known.Contains(host) || suffixes.Any(s => HasSuffix(host, s));

    /// <summary>A suffix without its leading dot would let notsalesforce.com in, so the dot is put there.</summary>
    private static bool HasSuffix(string host, string suffix)
    {
        var anchored = suffix.StartsWith('.') ? suffix : "." + suffix;
        return host.Length > anchored.Length && host.EndsWith(anchored, StringComparison.OrdinalIgnoreCase);
    }
}
