using System.Text.Json.Nodes;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Who a token belongs to: the identity URL, userinfo and the discovery document (facts 1.1).</summary>
internal sealed class IdentityServices(SandboxOrg org, SignIn signIn)
{
    /// <summary>Refusals here are single words in plain text, unlike everywhere else.</summary>
    public IResult Identity(HttpContext http, string orgId, string userId)
    {
        var (caller, _, refused) = Caller(http.Request);
        if (caller is null) return refused!;
        if (RecordId.Normalise(orgId) != org.Id) return Plain("Wrong_Org");
        if (RecordId.Normalise(userId) is not { } id || org.Users.Find(id) is not { } asked)
            return Plain("Bad_Id", StatusCodes.Status404NotFound);
        return asked.Id == caller.Id || caller.Profile == SandboxProfile.Admin
            ? new OAuthAnswer(IdentityBody.Identity(asked, org.Id, OAuthUrls.Base(http), org.Clock.Stamp))
            : Plain("No_Access");
    }

    public IResult UserInfo(HttpContext http)
    {
        var (caller, session, refused) = Caller(http.Request);
        if (caller is null) return refused!;
        return OAuthScopes.Parse(session!.Scope) is { OpenId: true }
            ? new OAuthAnswer(IdentityBody.UserInfo(caller, org.Id, OAuthUrls.Base(http), org.Clock.Stamp))
            : Plain("Bad_OAuth_Token");
    }

    public IResult Discovery(HttpContext http)
    {
        var baseUrl = OAuthUrls.Base(http);
        return new OAuthAnswer(new JsonObject
        {
            ["issuer"] = baseUrl,
            ["authorization_endpoint"] = baseUrl + OAuthUrls.Authorize,
            ["token_endpoint"] = baseUrl + OAuthUrls.Token,
            ["revocation_endpoint"] = baseUrl + OAuthUrls.Revoke,
            ["userinfo_endpoint"] = baseUrl + OAuthUrls.UserInfo,
            ["introspection_endpoint"] = baseUrl + OAuthUrls.Introspect,
            ["scopes_supported"] = List([.. OAuthScopes.Known]),
            ["response_types_supported"] = List("code"),
            ["grant_types_supported"] = List("authorization_code", "refresh_token", "password", "client_credentials"),
            ["code_challenge_methods_supported"] = List("S256"),
            ["subject_types_supported"] = List("public"),
            ["id_token_signing_alg_values_supported"] = List("HS256"),
            ["token_endpoint_auth_methods_supported"] = List("client_secret_post", "client_secret_basic"),
            ["display_values_supported"] = List("page", "popup", "touch"),
        });
    }

    private (SandboxUser? Caller, SandboxSession? Session, IResult? Refused) Caller(HttpRequest request)
    {
        if (BearerToken.Of(request) is not { Length: > 0 } token) return (null, null, Plain("Missing_OAuth_Token"));
        return org.Sessions.Find(token) is { } session && signIn.Active(session.UserId) is { } user
            ? (user, session, null)
            : (null, null, Plain("Bad_OAuth_Token"));
    }

    private static IResult Plain(string word, int status = StatusCodes.Status403Forbidden) =>
        Results.Text(word, "text/plain", statusCode: status);

    private static JsonArray List(params string[] values) => [.. values.Select(value => JsonValue.Create(value))];
}
