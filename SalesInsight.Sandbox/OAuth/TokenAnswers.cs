using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Turns outcomes into Salesforce's bodies and headers (facts 1.3, 1.4).</summary>
internal static class TokenAnswers
{
    public static IResult Write(TokenOutcome outcome, string baseUrl, string orgId) => outcome switch
    {
        TokenOutcome.Granted granted => new OAuthAnswer(Body(granted, baseUrl, orgId)),
        TokenOutcome.Refused refused => Error(refused.Error),
        _ => throw new UnreachableException(),
    };

    public static IResult Error(TokenError error, int status = StatusCodes.Status400BadRequest) =>
        new OAuthAnswer(new() { ["error"] = error.Code, ["error_description"] = error.Description }, status);

    /// <summary>There is no <c>expires_in</c>: a session lives until it is unused for too long or revoked.</summary>
    private static JsonObject Body(TokenOutcome.Granted granted, string baseUrl, string orgId)
    {
        var session = granted.Issued.Session;
        var id = OAuthUrls.Identity(baseUrl, orgId, session.UserId);
        var issuedAt = session.IssuedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["access_token"] = session.AccessToken,
            ["signature"] = Sign(granted.Client.Secret, id + issuedAt),
            ["instance_url"] = baseUrl,
            ["id"] = id,
            ["token_type"] = "Bearer",
            ["issued_at"] = issuedAt,
        };
        if (granted.Issued.RefreshToken is { } refreshToken) body["refresh_token"] = refreshToken;
        if (granted.Scopes is not { } scopes) return body;
        body["scope"] = scopes.ToString();
        if (scopes.OpenId) body["id_token"] = IdToken.Create(granted, baseUrl, id);
        return body;
    }

    private static string Sign(string secret, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
