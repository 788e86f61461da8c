using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>
/// Writes marks and reads them back, with the keys that protect tokens: nobody else can make one, change one, or see
/// what is in it. So a link leads where the mail's author said, and nowhere else.
/// </summary>
internal sealed class TrackingMarks(IDataProtectionProvider provider)
{
    /// <summary>Characters of a mark; longer than any made here.</summary>
    public const int LengthMax = 4_000;

    private const int IdLength = 16;

    private readonly IDataProtector _protector = provider.CreateProtector("SalesInsight.EmailTracking.v1");

    /// <summary>Two ids, and of a link its address; fit to stand in an address.</summary>
    public string Write(TrackingMark mark)
    {
        byte[] content =
        [
            .. mark.UserId.ToByteArray(),
            .. mark.EmailId.ToByteArray(),
            .. mark is TrackingMark.Link link ? Encoding.UTF8.GetBytes(link.Target.AbsoluteUri) : [],
        ];
        return Base64Url.EncodeToString(_protector.Protect(content));
    }

    /// <summary>Null for whatever was not written here.</summary>
    public TrackingMark? Read(string text)
    {
        if (text.Length > LengthMax || !Base64Url.IsValid(text)) return null;
        try
        {
            return Read(_protector.Unprotect(Base64Url.DecodeFromChars(text)).AsSpan());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static TrackingMark? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 2 * IdLength) return null;
        var (user, email) = (new Guid(content[..IdLength]), new Guid(content[IdLength..(2 * IdLength)]));
        if (content.Length == 2 * IdLength) return new TrackingMark.Picture(user, email);
        return TrackedHtml.WebAddress(Encoding.UTF8.GetString(content[(2 * IdLength)..])) is { } target
            ? new TrackingMark.Link(user, email, target)
            : null;
    }
}
