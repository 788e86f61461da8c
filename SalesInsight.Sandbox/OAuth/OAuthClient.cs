using System.Collections.Immutable;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>An app registered in the org, what Salesforce calls an External Client App.</summary>
internal sealed record OAuthClient(string Id, string Secret, string Name, OAuthScopes Scopes)
{
    /// <summary>The partner rule of 2026: an authorization without a code challenge is refused.</summary>
    public bool PkceRequired { get; init; }

    /// <summary>Whether username-password and client credentials, the grants without a person, are open to it.
    /// </summary>
    public bool ServerGrants { get; init; }

    /// <summary>Registered callbacks. Loopback callbacks are always accepted, since nothing here leaves the
    /// computer.</summary>
    public ImmutableArray<string> Callbacks { get; init; } = [];

    public bool Accepts(string redirectUri) => Callbacks.Contains(redirectUri) || IsLoopback(redirectUri);

    private static bool IsLoopback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.IsLoopback
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && !text.Contains('\\');
}
