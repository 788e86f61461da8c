using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// State, PKCE verifier and their hashes. Chance comes from the operating system here and nowhere else: secrets are
/// the one thing that must not be replayable.
/// </summary>
internal static class SignInSecrets
{
    /// <summary>Base64url makes 43 characters of them, the least a PKCE verifier may have (RFC 7636).</summary>
    private const int ChanceBytes = 32;

    public static string Random() => Base64Url(RandomNumberGenerator.GetBytes(ChanceBytes));

    /// <summary>PKCE S256.</summary>
    public static string Challenge(string verifier) => Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    public static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
