using Microsoft.AspNetCore.WebUtilities;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>What an app asks of the person, read from the query of the authorize page.</summary>
internal abstract record AuthorizeRequest
{
    private AuthorizeRequest() { }

    /// <summary>App or callback are not to be trusted: shown here, never redirected.</summary>
    internal sealed record Untrusted(TokenError Error) : AuthorizeRequest;

    /// <summary>The app asked for something impossible: its callback is told.</summary>
    internal sealed record Refused(string Location) : AuthorizeRequest;

    internal sealed record Valid(
        OAuthClient Client, string RedirectUri, string? State, OAuthScopes Scopes, string? Challenge, string? Nonce)
        : AuthorizeRequest
    {
        public string Allowed(string code) => Answer(RedirectUri, State, ("code", code));

        public string Denied => Answer(
            RedirectUri, State, ("error", "access_denied"), ("error_description", "end-user denied authorization"));
    }

    public static AuthorizeRequest Read(IQueryCollection query, OAuthClients clients)
    {
        if (clients.Find(query["client_id"].ToString()) is not { } client)
            return new Untrusted(TokenError.UnknownClient);
        var redirectUri = query["redirect_uri"].ToString();
        return client.Accepts(redirectUri)
            ? ReadTrusted(query, client, redirectUri)
            : new Untrusted(TokenError.RedirectMismatch);
    }

    private static AuthorizeRequest ReadTrusted(IQueryCollection query, OAuthClient client, string redirectUri)
    {
        var state = query["state"].FirstOrDefault();
        var challenge = query["code_challenge"].FirstOrDefault();
        var scopes = query["scope"].ToString() is { Length: > 0 } asked ? OAuthScopes.Parse(asked) : client.Scopes;
        var error = query switch
        {
            _ when query["response_type"] != "code" =>
                new TokenError("unsupported_response_type", "response type not supported"),
            _ when scopes is null || !scopes.Within(client.Scopes) =>
                new TokenError("invalid_scope", "the requested scope is not allowed"),
            _ when query["prompt"] == "none" || query["immediate"] == "true" =>
                new TokenError("immediate_unsuccessful", "user must be asked"),
            _ => CheckChallenge(client, challenge, query["code_challenge_method"].FirstOrDefault()),
        };
        return error is null
            ? new Valid(client, redirectUri, state, scopes!, challenge, query["nonce"].FirstOrDefault())
            : new Refused(Answer(redirectUri, state, ("error", error.Code), ("error_description", error.Description)));
    }

    private static TokenError? CheckChallenge(OAuthClient client, string? challenge, string? method) => challenge switch
    {
        null when client.PkceRequired => TokenError.InvalidRequest("missing required code challenge"),
        null => null,
        _ when method is not (null or "S256") => TokenError.InvalidRequest("invalid code challenge method"),
        _ when !Pkce.IsChallenge(challenge) => TokenError.InvalidRequest("invalid code challenge"),
        _ => null,
    };

    private static string Answer(string redirectUri, string? state, params (string Name, string Value)[] values)
    {
        var query = values.ToDictionary(value => value.Name, string? (value) => value.Value);
        if (state is not null) query["state"] = state;
        return QueryHelpers.AddQueryString(redirectUri, query);
    }
}
