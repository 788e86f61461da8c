using System.Collections.Immutable;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>The apps registered in the org.</summary>
internal sealed class OAuthClients
{
    private static readonly OAuthScopes allScopes =
        OAuthScopes.Parse("id api web full openid profile email refresh_token")!;

    private static readonly ImmutableDictionary<string, OAuthClient> registered = new[]
    {
        new OAuthClient("salesinsight", "salesinsight-secret", "SalesInsight",
            OAuthScopes.Parse("id api openid profile email refresh_token")!) { PkceRequired = true },
        new OAuthClient("sandbox-client", "sandbox-secret", "Sandbox client", allScopes) { ServerGrants = true },
    }.ToImmutableDictionary(client => client.Id);

    public OAuthClient? Find(string id) => registered.GetValueOrDefault(id);

    /// <summary>The client when it proved who it is, else why not.</summary>
    public (OAuthClient? Client, TokenError? Refused) Authenticate(TokenRequest request)
    {
        if (Find(request.ClientId) is not { } client) return (null, TokenError.UnknownClient);
        return Pkce.Same(request.ClientSecret ?? "", client.Secret) ? (client, null) : (null, TokenError.WrongSecret);
    }
}
