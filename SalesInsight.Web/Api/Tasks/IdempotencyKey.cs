using System.Security.Cryptography;
using System.Text;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// Header Idempotency-Key: who repeats a call after its reply was lost sends the same key again. The id of the task is
/// derived from user and key, so nothing needs to be kept and no key ever expires.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int LengthMax = 200;

    /// <summary>False for a key that is none; true and null when none is sent.</summary>
    public static bool TryRead(HttpRequest request, Guid userId, out Guid? taskId)
    {
        taskId = null;
        if (!request.Headers.TryGetValue(Header, out var sent)) return true;
        if (sent is not [{ Length: > 0 and <= LengthMax } key] || !key.All(c => c is > ' ' and <= '~')) return false;
        taskId = IdOf(userId, key);
        return true;
    }

    /// <summary>UUID version 8 (RFC 9562): 122 bits of a SHA-256.</summary>
    private static Guid IdOf(Guid userId, string key)
    {
        var hash = SHA256.HashData([.. userId.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(key)]);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
