using System.Text.Json.Nodes;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>What an app may do with a token it holds besides calling the API: end it, or ask about it.</summary>
internal sealed class TokenServices(
    OAuthClients clients, GrantStore grants, SandboxOrg org)
{
    /// <summary>GET or POST. A refusal is written as a form, which is what jsforce reads (facts 1.4).</summary>
    public async Task<IResult> RevokeAsync(HttpContext http)
    {
        var token = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["token"].ToString()
            : http.Request.Query["token"].ToString();
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return grants.RevokeToken(token)
            ? Results.Ok()
            : Results.Text(
                "error=unsupported_token_type&error_description=this+token+type+is+not+supported",
                "application/x-www-form-urlencoded",
                statusCode: StatusCodes.Status400BadRequest);
    }

    public async Task<IResult> IntrospectAsync(HttpContext http)
    {
        var request = await TokenRequest.ReadAsync(http.Request);
        var (client, refused) = clients.Authenticate(request);
        if (client is null) return TokenAnswers.Error(refused!, StatusCodes.Status401Unauthorized);
        var described = Session(client, request["token"]) ?? RefreshToken(client, request["token"]);
        return new OAuthAnswer(Describe(described, OAuthUrls.Base(http)));
    }

    private Introspected? Session(OAuthClient client, string token) =>
        org.Sessions.Find(token) is { } session && session.ClientName == client.Id
            ? new("access_token", client.Id, session.UserId, session.Scope, session.IssuedAt,
                org.Clock.UtcNow + org.Options.SessionLifetime)
            : null;

    private Introspected? RefreshToken(OAuthClient client, string token) =>
        grants.Find(token) is { } grant && grant.Client.Id == client.Id
            ? new("refresh_token", client.Id, grant.UserId, grant.Scopes.ToString(), grant.CreatedAt, Until: null)
            : null;

    private JsonObject Describe(Introspected? token, string baseUrl)
    {
        if (token is null || org.Users.Find(token.UserId) is not { } user) return new() { ["active"] = false };
        var body = new JsonObject
        {
            ["active"] = true,
            ["scope"] = token.Scope,
            ["client_id"] = token.ClientId,
            ["username"] = user.Username,
            ["sub"] = OAuthUrls.Identity(baseUrl, org.Id, user.Id),
            ["token_type"] = token.TokenType,
            ["iat"] = token.From.ToUnixTimeSeconds(),
            ["nbf"] = token.From.ToUnixTimeSeconds(),
        };
        if (token.Until is { } until) body["exp"] = until.ToUnixTimeSeconds();
        return body;
    }

    private sealed record Introspected(
        string TokenType, string ClientId, string UserId, string Scope, DateTimeOffset From, DateTimeOffset? Until);
}
