using System.Net;
using System.Text;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>
/// The text of an HTML mail, for people to read in a list of activities. One pass from left to right, whatever the
/// markup: it builds no tree, so nothing nests too deeply for it. Scripts, styles, comments and tags leave nothing.
/// </summary>
internal static class HtmlText
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>What is between these and their end tag is not for reading.</summary>
    private static readonly HashSet<string> Silent =
        new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "template", "noscript", "svg" };

    /// <summary>A line of its own begins and ends with these.</summary>
    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "hr", "section", "article", "header", "footer",
    };

    public static string ToPlain(string html)
    {
        var plain = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            AppendText(plain, html.AsSpan(at, open - at));
            at = open < html.Length ? AfterTag(html, open, plain) : open;
        }

        return string.Join('\n', plain.ToString().Split('\n').Select(l => l.Trim())).Trim('\n');
    }

    /// <summary>Runs of blanks and line breaks are one blank, as a browser shows them.</summary>
    private static void AppendText(StringBuilder plain, ReadOnlySpan<char> text)
    {
        foreach (var c in WebUtility.HtmlDecode(text.ToString()))
        {
            var shown = char.IsWhiteSpace(c) ? ' ' : c;
            if (shown == ' ' && (plain.Length == 0 || plain[^1] is ' ' or '\n')) continue;
            plain.Append(shown);
        }
    }

    /// <summary>Where reading goes on after what begins with this <c>&lt;</c>.</summary>
    private static int AfterTag(string html, int open, StringBuilder plain)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) return After(html, "-->", open + 4);
        var name = NameAt(html, html.Length > open + 1 && html[open + 1] == '/' ? open + 2 : open + 1);
        if (name.Length == 0 && !(html.Length > open + 1 && html[open + 1] is '!' or '?' or '/'))
        {
            // "a < b": no tag, but text
            plain.Append('<');
            return open + 1;
        }

        if (Lines.Contains(name) && plain.Length > 0) BreakLine(plain, isBreak: name.Equals("br", AnyCase));
        if (Silent.Contains(name) && html[open + 1] != '/') return After(html, $"</{name}", open);
        return AfterTagEnd(html, open);
    }

    // A "<br>" always breaks; other blocks begin a line only where none has just begun, or every list doubles.
    private static void BreakLine(StringBuilder plain, bool isBreak)
    {
        if (isBreak || plain[^1] != '\n') plain.Append('\n');
    }

    /// <summary>A quoted value may hold a <c>&gt;</c> of its own.</summary>
    private static int AfterTagEnd(string html, int open)
    {
        char? quote = null;
        for (var at = open + 1; at < html.Length; at++)
        {
            var c = html[at];
            if (quote is not null) quote = c == quote ? null : quote;
            else if (c is '"' or '\'' && html[at - 1] == '=') quote = c;
            else if (c == '>') return at + 1;
        }

        // Never closed: the rest is a broken tag unless it is merely text after a stray quote.
        var end = html.IndexOf('>', open);
        return end < 0 ? html.Length : end + 1;
    }

    private static int After(string html, string end, int from)
    {
        var found = html.IndexOf(end, from, AnyCase);
        if (found < 0) return html.Length;
        return end[^1] == '>' ? found + end.Length : AfterTagEnd(html, found);
    }

    private static string NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
        return end > at && char.IsAsciiLetter(html[at]) ? html[at..end] : "";
    }
}
