using System.IO.Compression;
using System.Text;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// The text of an answer. Some answers claim gzip and are not (facts 2.1, pitfall 34), so the first bytes decide and
/// not the header. Bounded: an answer that unpacks to more than <see cref="BytesMax"/> is not ours.
/// </summary>
internal static class BodyText
{
    /// <summary>
    /// 2,000 tasks of 32,000 characters would be 64 MB; a page that full is refused and read in halves.
    /// </summary>
    public const int BytesMax = 96 * 1024 * 1024;

    public static async Task<string> ReadAsync(HttpContent content, CancellationToken ct)
    {
        var raw = await ReadBoundedAsync(await content.ReadAsStreamAsync(ct), ct);
        if (raw.Length < 2 || raw[0] != 0x1F || raw[1] != 0x8B) return Encoding.UTF8.GetString(raw);
        await using var unpacked = new GZipStream(new MemoryStream(raw), CompressionMode.Decompress);
        return Encoding.UTF8.GetString(await ReadBoundedAsync(unpacked, ct));
    }

    private static async Task<byte[]> ReadBoundedAsync(Stream stream, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (all.Length + read > BytesMax) throw new InvalidDataException("The answer is larger than any real one.");
            all.Write(chunk, 0, read);
        }

        return all.ToArray();
    }
}
