using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>What Email to Salesforce reads of a mail: a few headers and the first readable text. Bounded; a part that
/// cannot be read is skipped.</summary>
internal sealed partial class MailText
{
    private const int DepthMax = 10;

    private const int PartsMax = 100;

    private MailText(ILookup<string, string> headers, string body)
    {
        From = Decode(headers["from"].FirstOrDefault() ?? "");
        To = Decode(string.Join(',', headers["to"]));
        Cc = Decode(string.Join(',', headers["cc"]));
        Subject = Decode(headers["subject"].FirstOrDefault() ?? "");
        Body = body;
    }

    public string From { get; }

    public string To { get; }

    public string Cc { get; }

    public string Subject { get; }

    public string Body { get; }

    public static MailText Read(byte[] mail)
    {
        var text = Encoding.Latin1.GetString(mail);
        var (headers, body) = Split(text);
        return new MailText(headers, BodyOf(headers, body, 0) ?? "");
    }

    /// <summary>Every address in a header, in order, lower case.</summary>
    public static IEnumerable<string> Addresses(string header) =>
        AnAddress().Matches(header).Select(m => m.Value.ToLowerInvariant());

    private static (ILookup<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        var unfolded = Folding().Replace(head, " ");
        var headers = unfolded.Split("\r\n")
            .Select(l => l.Split(':', 2)).Where(l => l.Length == 2)
            .ToLookup(l => l[0].Trim().ToLowerInvariant(), l => l[1].Trim());
        return (headers, end < 0 ? "" : text[(end + 4)..]);
    }

    private static string? BodyOf(ILookup<string, string> headers, string body, int depth)
    {
        if (!TryType(headers["content-type"].FirstOrDefault(), out var type) || depth > DepthMax) return null;
        if (type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Parts(body, type.Boundary).Select(p => BodyOf(p.Headers, p.Body, depth + 1))
                .FirstOrDefault(t => t is not null);
        if (headers["content-disposition"].Any(d => d.StartsWith("attachment", StringComparison.OrdinalIgnoreCase)))
            return null;
        return type.MediaType.ToLowerInvariant() switch
        {
            "text/plain" => Content(headers, body),
            "text/html" => Tags().Replace(Content(headers, body), " "),
            _ => null,
        };
    }

    private static IEnumerable<(ILookup<string, string> Headers, string Body)> Parts(string body, string? boundary) =>
        boundary is null
            ? []
            : ("\r\n" + body).Split("\r\n--" + boundary).Skip(1).Take(PartsMax)
                .TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
                .Select(part => Split(part.TrimStart(' ', '\t') is ['\r', '\n', .. var rest] ? rest : part));

    private static string Content(ILookup<string, string> headers, string body)
    {
        var bytes = headers["content-transfer-encoding"].FirstOrDefault()?.ToLowerInvariant() switch
        {
            "base64" => FromBase64(body),
            "quoted-printable" => FromQuoted(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return Encoding.UTF8.GetString(bytes).Trim();
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return Convert.TryFromBase64String(compact, bytes, out var written) ? bytes[..written] : [];
    }

    private static byte[] FromQuoted(string text) => Encoding.Latin1.GetBytes(
        Quoted().Replace(text, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));

    /// <summary>Encoded words (RFC 2047), UTF-8 alone; and what was written as UTF-8 without them.</summary>
    private static string Decode(string header)
    {
        var joined = Between().Replace(header, "$1");
        var decoded = EncodedWord().Replace(joined, m => Encoding.Latin1.GetString(
            m.Groups[1].Value is "B" or "b"
                ? FromBase64(m.Groups[2].Value)
                : FromQuoted(m.Groups[2].Value.Replace('_', ' '))));
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(decoded));
    }

    private static bool TryType(string? text, out ContentType type)
    {
        try
        {
            type = new ContentType(text ?? "text/plain");
            return true;
        }
        catch (FormatException)
        {
            type = new ContentType();
            return false;
        }
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"[^\s<>()\[\],;:""]+@[^\s<>()\[\],;:""@]+\.[^\s<>()\[\],;:""@]+")]
    private static partial Regex AnAddress();

    [GeneratedRegex(@"=([0-9A-Fa-f]{2})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"=\?[Uu][Tt][Ff]-8\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Between();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
