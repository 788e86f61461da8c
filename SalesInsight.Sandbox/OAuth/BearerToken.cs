namespace SalesInsight.Sandbox.OAuth;

/// <summary>Finds the access token of a request: <c>Bearer T</c>, <c>OAuth T</c>, or the query, as jsforce sends it
/// across origins.</summary>
internal static class BearerToken
{
    private static readonly string[] schemes = ["Bearer ", "OAuth "];

    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var scheme = schemes.FirstOrDefault(name => header.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (scheme is not null) return header[scheme.Length..].Trim();
        return request.Query["oauth_token"].FirstOrDefault() ?? request.Query["access_token"].FirstOrDefault();
    }
}
