using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>The OpenID Connect token. Salesforce signs with RS256; the sandbox signs with the app's own secret
/// (HS256), which needs no key server and can still be checked.</summary>
internal static class IdToken
{
    private static readonly TimeSpan lifetime = TimeSpan.FromMinutes(2);

    public static string Create(TokenOutcome.Granted granted, string issuer, string subject)
    {
        var session = granted.Issued.Session;
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["sub"] = subject,
            ["aud"] = granted.Client.Id,
            ["iat"] = session.IssuedAt.ToUnixTimeSeconds(),
            ["exp"] = (session.IssuedAt + lifetime).ToUnixTimeSeconds(),
            ["at_hash"] = HalfHash(session.AccessToken),
        };
        if (granted.Nonce is { } nonce) claims["nonce"] = nonce;
        var signed = $"{Encode(new() { ["alg"] = "HS256", ["typ"] = "JWT" })}.{Encode(claims)}";
        var key = Encoding.UTF8.GetBytes(granted.Client.Secret);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static string HalfHash(string accessToken)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(accessToken));
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}
