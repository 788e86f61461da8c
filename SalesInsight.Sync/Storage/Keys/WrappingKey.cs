using System.Security.Cryptography;

namespace SalesInsight.Sync.Storage.Keys;

/// <summary>The key outside the database that wraps the keys inside it: 32 bytes, AES-256-GCM.</summary>
internal sealed class WrappingKey
{
    public const int Length = 32;

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _bytes;

    private WrappingKey(byte[] bytes) => _bytes = bytes;

    /// <summary>From base64; null when it is not the text of 32 bytes.</summary>
    public static WrappingKey? TryParse(string text)
    {
        var bytes = new byte[Length];
        var isKey = Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length;
        return isKey ? new WrappingKey(bytes) : null;
    }

    public static string NewText() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Nonce, tag and ciphertext as one base64 text.</summary>
    public string Wrap(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var tag = new byte[TagLength];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(_bytes, TagLength);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>Throws <see cref="CryptographicException"/> when this is not the key it was wrapped with.</summary>
    public byte[] Unwrap(string wrapped)
    {
        ReadOnlySpan<byte> all = Convert.FromBase64String(wrapped);
        var cipher = all[(NonceLength + TagLength)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(_bytes, TagLength);
        aes.Decrypt(all[..NonceLength], cipher, all.Slice(NonceLength, TagLength), plain);
        return plain;
    }
}
