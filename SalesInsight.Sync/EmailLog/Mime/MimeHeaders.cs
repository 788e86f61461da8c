using System.Text;

namespace SalesInsight.Sync.EmailLog.Mime;

/// <summary>The header of a mail or of one of its parts (RFC 5322, 2.2): unfolded, the first of each name.</summary>
internal sealed class MimeHeaders
{
    /// <summary>Header lines read; no mail has more that mean anything to us.</summary>
    public const int LinesMax = 2_000;

    /// <summary>Characters kept of one value, folded lines together.</summary>
    public const int ValueLengthMax = 100_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private MimeHeaders()
    {
    }

    public bool IsEmpty => _values.Count == 0;

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads up to the empty line; what is no header is passed over. And what comes after it.</summary>
    public static (MimeHeaders Headers, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> part)
    {
        var headers = new MimeHeaders();
        string? name = null;
        var value = new StringBuilder();
        var rest = part;
        for (var lines = 0; lines < LinesMax && rest.Length > 0; lines++)
        {
            (var line, rest) = Line(rest);
            if (line.Length == 0) break;
            var text = TextOf(line.Span);
            if (text[0] is ' ' or '\t')
            {
                if (value.Length < ValueLengthMax) value.Append(' ').Append(text.AsSpan().Trim());
                continue;
            }

            headers.Put(name, value);
            (name, var first) = Split(text);
            value.Clear().Append(first);
        }

        headers.Put(name, value);
        return (headers, rest);
    }

    /// <summary>One line without its end, CRLF or LF alone; and what comes after it.</summary>
    public static (ReadOnlyMemory<byte> Line, ReadOnlyMemory<byte> After) Line(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        if (end < 0) return (text, default);
        var length = end > 0 && text.Span[end - 1] == '\r' ? end - 1 : end;
        return (text[..length], text[(end + 1)..]);
    }

    private void Put(string? name, StringBuilder value)
    {
        if (name is not null) _values.TryAdd(name, MimeText.Words(value.ToString().Trim()));
    }

    private static (string? Name, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 1 ? "" : line[..colon].TrimEnd();
        return name.Length > 0 && name.All(c => c is > ' ' and < '\x7F')
            ? (name, line[(colon + 1)..].Trim())
            : (null, "");
    }

    /// <summary>UTF-8 since RFC 6532, and whatever an old program wrote otherwise.</summary>
    private static string TextOf(ReadOnlySpan<byte> line) =>
        System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line);
}
