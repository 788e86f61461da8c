using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Sandbox.Screen;

/// <summary>Proof that a posted form came from a page we gave to this browser: a keyed hash of its cookie, which
/// changes at sign-in. The key lives as long as the process.</summary>
internal sealed class FormToken
{
    public const string Field = "form_token";

    private const int KeyBytes = 32;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);

    public string For(string browser) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(browser)));

    public bool Matches(string browser, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(For(browser)), Encoding.UTF8.GetBytes(token));
}
