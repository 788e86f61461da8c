using System.Buffers.Text;
using System.Security.Cryptography;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Unguessable text for codes, tokens and cookies.</summary>
internal static class SecretText
{
    private const int ByteCount = 32;

    public static string Next(string prefix = "") =>
        prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ByteCount));
}
