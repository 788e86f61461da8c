using System.Globalization;
using System.Text;

namespace SalesInsight.Sync.EmailLog.Mime;

/// <summary>
/// Reads a mail as it travels (RFC 5322, RFC 2045 to 2047): its header, its text, and what was attached by name and
/// size. Tolerant: a part that is broken reads as far as it goes; bounded: nothing nests or repeats without end. No
/// library for it can be restored here (build/README.md).
/// </summary>
internal static class MimeReader
{
    /// <summary>Multiparts within multiparts; what lies deeper is not looked at.</summary>
    public const int DepthMax = 10;

    /// <summary>Parts looked at in all.</summary>
    public const int PartsMax = 500;

    /// <summary>Null for what has no header a mail has: not one of From, To, Cc, Subject and Message-ID.</summary>
    public static EmailInput? Read(ReadOnlyMemory<byte> mime)
    {
        var (headers, body) = MimeHeaders.Read(mime);
        if (!new[] { "From", "To", "Cc", "Subject", "Message-ID" }.Any(name => headers[name] is not null)) return null;

        var found = new Found();
        Walk(headers, body, 0, found);
        return new EmailInput
        {
            MessageId = headers["Message-ID"] ?? "",
            From = AddressList.Split(headers["From"]).FirstOrDefault() ?? "",
            To = AddressList.Split(headers["To"]),
            Cc = AddressList.Split(headers["Cc"]),
            Subject = headers["Subject"] ?? "",
            Text = found.Text,
            Html = found.Html,
            SentAt = Date(headers["Date"]),
            InReplyTo = Ids(headers["In-Reply-To"]).FirstOrDefault(),
            References = [.. Ids(headers["References"])],
            Attachments = found.Attachments,
        };
    }

    private static void Walk(MimeHeaders headers, ReadOnlyMemory<byte> body, int depth, Found found)
    {
        if (++found.Parts > PartsMax || depth > DepthMax) return;
        var type = headers["Content-Type"];
        var kind = type?.Split(';', 2)[0].Trim().ToLowerInvariant() ?? "text/plain";
        if (kind.StartsWith("multipart/", StringComparison.Ordinal) && MimeText.Parameter(type, "boundary") is { } edge)
        {
            foreach (var part in Parts(body, edge))
            {
                var (inner, rest) = MimeHeaders.Read(part);
                Walk(inner, rest, depth + 1, found);
            }

            return;
        }

        var disposition = headers["Content-Disposition"];
        var name = MimeText.Parameter(disposition, "filename") ?? MimeText.Parameter(type, "name");
        var isAttached = disposition?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;
        var bytes = MimeText.Decode(body.Span, headers["Content-Transfer-Encoding"]);
        if (isAttached || name is not null || !kind.StartsWith("text/", StringComparison.Ordinal))
            found.Attachments.Add(new(name ?? kind, bytes.Length));
        else if (kind == "text/html") found.Html ??= MimeText.Text(bytes, MimeText.Parameter(type, "charset"));
        else found.Text ??= MimeText.Text(bytes, MimeText.Parameter(type, "charset"));
    }

    /// <summary>What lies between the lines that are the boundary; the last may lack its closing line.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, string boundary)
    {
        var (delimiter, rest, start) = (Encoding.UTF8.GetBytes($"--{boundary}"), body, -1);
        while (rest.Length > 0)
        {
            var at = body.Length - rest.Length;
            (var line, rest) = MimeHeaders.Line(rest);
            if (!IsEdge(line.Span, delimiter, out var isLast)) continue;
            if (start >= 0) yield return body[start..at];
            if (isLast) yield break;
            start = body.Length - rest.Length;
        }

        if (start >= 0) yield return body[start..];
    }

    private static bool IsEdge(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter, out bool isLast)
    {
        isLast = false;
        if (!line.StartsWith(delimiter)) return false;
        var tail = line[delimiter.Length..].Trim((byte)' ');
        isLast = tail.StartsWith("--"u8);
        return isLast || tail.IsEmpty;
    }

    /// <summary><c>Sat, 21 Nov 2026 09:00:00 +0100 (CET)</c>; the day of the week is often wrong and never needed.
    /// </summary>
    private static DateTimeOffset? Date(string? header)
    {
        var text = header?.Split('(', 2)[0] ?? "";
        text = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
    }

    private static IEnumerable<string> Ids(string? header) =>
        (header ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private sealed class Found
    {
        public int Parts { get; set; }

        public string? Text { get; set; }

        public string? Html { get; set; }

        public List<EmailInput.Attachment> Attachments { get; } = [];
    }
}
