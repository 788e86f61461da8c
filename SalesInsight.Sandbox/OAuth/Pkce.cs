using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>RFC 7636, S256 only. A challenge without a method means S256, since jsforce sends it that way.</summary>
internal static class Pkce
{
    private const int VerifierLengthMin = 43;

    /// <summary>The standard stops at 128 characters; Salesforce takes the 128 random bytes jsforce sends, which
    /// are 171 characters of base64url.</summary>
    private const int VerifierLengthMax = 172;

    private const int ChallengeLength = 43;

    public static string ChallengeFor(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    public static bool IsChallenge(string text) => text.Length == ChallengeLength && text.All(IsBase64Url);

    /// <summary>Null when the verifier answers the challenge, else the code Salesforce refuses with: a missing
    /// verifier is an invalid grant, a wrong one an invalid request.</summary>
    public static TokenError? Check(string? challenge, string? verifier)
    {
        if (challenge is null)
            return null;
        if (string.IsNullOrEmpty(verifier))
            return TokenError.InvalidGrant("missing code verifier");
        var shaped = verifier.Length is >= VerifierLengthMin and <= VerifierLengthMax && verifier.All(IsUnreserved);
        return shaped && Same(ChallengeFor(verifier), challenge)
            ? null
            : TokenError.InvalidRequest("invalid code verifier");
    }

    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static bool IsUnreserved(char c) => IsBase64Url(c) || c is '.' or '~';
}
