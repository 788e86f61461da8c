using System.Text;
using System.Text.RegularExpressions;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Mime;

/// <summary>
/// The encodings a mail hides text in: base64, quoted-printable, charsets, encoded words (RFC 2045, 2047). Whatever is
/// broken reads as far as it goes.
/// </summary>
internal static partial class MimeText
{
    /// <summary>Characters of a header in which parameters are looked for.</summary>
    private const int ParametersLengthMax = 2_000;

    /// <summary>The bytes of a part as its Content-Transfer-Encoding has them.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body, isWord: false),
        _ => body.ToArray(),
    };

    public static string Text(byte[] bytes, string? charset) => Charset(charset).GetString(bytes);

    /// <summary>Header text with its encoded words read; blanks between two of them do not count.</summary>
    public static string Words(string text) => EncodedWord().Replace(
        BetweenWords().Replace(text, "$1$2"),
        m =>
        {
            var bytes = Encoding.ASCII.GetBytes(m.Groups["text"].Value);
            var isBase64 = m.Groups["kind"].Value is "b" or "B";
            return Text(isBase64 ? Base64(bytes) : QuotedPrintable(bytes, isWord: true), m.Groups["charset"].Value);
        });

    /// <summary>One parameter of a header, such as the boundary; RFC 2231's form for other alphabets too.</summary>
    public static string? Parameter(string? header, string name)
    {
        if (header is null) return null;
        foreach (Match match in Parameters().Matches(ActivityDetail.Cut(header, ParametersLengthMax)))
        {
            var value = match.Groups["quoted"].Success
                ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                : match.Groups["plain"].Value;
            var isOther = match.Groups["star"].Success;
            if (!match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            return isOther && value.Split('\'', 3) is [var charset, _, var coded]
                ? Text(QuotedPrintable(Encoding.ASCII.GetBytes(coded.Replace('%', '=')), isWord: false), charset)
                : Words(value);
        }

        return null;
    }

    private static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var (bytes, bits, held) = (new List<byte>(text.Length * 3 / 4), 0, 0);
        foreach (var c in text)
        {
            if (c == '=') break;
            var six = Six(c);
            if (six < 0) continue;
            bits = (bits << 6 | six) & 0xFFFFFF;
            held += 6;
            if (held < 8) continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
        }

        return [.. bytes];
    }

    private static int Six(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };

    /// <param name="text">Encoded.</param>
    /// <param name="isWord">In a header an underscore is a blank (RFC 2047, 4.2).</param>
    private static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool isWord)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '_' && isWord) bytes.Add((byte)' ');
            else if (text[at] != '=') bytes.Add(text[at]);
            else if (at + 2 < text.Length && Hex(text[at + 1]) is >= 0 and var high
                && Hex(text[at + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high << 4 | low));
                at += 2;
            }
            else if (at + 1 < text.Length && text[at + 1] == '\n') at++;
            else if (at + 2 < text.Length && text[at + 1] == '\r' && text[at + 2] == '\n') at += 2;
            else bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    private static int Hex(byte c) => char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;

    /// <summary>One nobody knows reads as UTF-8: nearly everything is.</summary>
    private static Encoding Charset(string? name)
    {
        try
        {
            return name is null
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(\*[^?\s]{0,20})?\?(?<kind>[bBqQ])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex("""
        ;\s*(?<name>[A-Za-z][A-Za-z0-9-]*)(?<star>\*)?\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^;\s]*))
        """)]
    private static partial Regex Parameters();
}
