using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SalesInsight.Sync.EmailLog.Mail;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>
/// Leaves of an HTML text what a mail carries: paragraphs, lists, emphasis, tables, links to the web. Everything is
/// judged by a list of what may stay, after a browser's own reading of the text, so a spelling nobody thought of is
/// taken out rather than let through. Pure.
/// </summary>
internal static partial class MailHtml
{
    /// <summary>
    /// Nothing a person writes is nested deeper, and reading what is takes time by the square: a text like that is kept
    /// as text.
    /// </summary>
    private const int DepthMax = 200;

    /// <summary>Tags that a browser closes by itself: many of them in a row are no depth.</summary>
    private static readonly HashSet<string> SelfClosing = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "tbody", "td",
        "tfoot", "th", "thead", "tr", "wbr",
    };

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "a", "b", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "del", "div", "dl", "dt", "em",
        "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "s", "small", "span",
        "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
    };

    /// <summary>Whose contents go with them: they are not text.</summary>
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "applet", "base", "embed", "frame", "frameset", "head", "iframe", "link", "math", "meta", "noembed", "noframes",
        "noscript", "object", "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "xmp",
    };

    private static readonly HashSet<string> KeptAttributes = new(StringComparer.Ordinal)
    {
        "align", "alt", "colspan", "color", "dir", "face", "href", "lang", "rowspan", "size", "start", "title",
    };

    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel",
    };

    public static string Clean(string html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        if (IsTooDeep(html)) return WebUtility.HtmlEncode(HtmlText.ToPlain(html)).Replace("\n", "<br>");
        var body = new HtmlParser().ParseDocument(html).Body;
        if (body is null) return "";
        foreach (var node in body.ChildNodes.ToList()) Clean(node);
        return body.InnerHtml.Trim();
    }

    /// <summary>Opened and not closed, name by name: no closing of something else makes up for it.</summary>
    private static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            var name = html.Substring(tag.Index + (isEnd ? 2 : 1), tag.Length - (isEnd ? 2 : 1));
            var count = open.GetValueOrDefault(name);
            if (SelfClosing.Contains(name) || (isEnd && count == 0)) continue;
            open[name] = count + (isEnd ? -1 : 1);
            depth += isEnd ? -1 : 1;
            if (depth > DepthMax) return true;
        }

        return false;
    }

    private static void Clean(INode node)
    {
        if (node is IElement element) CleanElement(element);
        else if (node is not IText) node.Parent?.RemoveChild(node);
    }

    private static void CleanElement(IElement element)
    {
        var isHtml = element.NamespaceUri == NamespaceNames.HtmlUri;
        if (!isHtml || Dropped.Contains(element.LocalName))
        {
            element.Remove();
            return;
        }

        foreach (var child in element.ChildNodes.ToList()) Clean(child);
        if (Kept.Contains(element.LocalName)) CleanAttributes(element);
        else element.Replace([.. element.ChildNodes]);
    }

    private static void CleanAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToList())
            if (!KeptAttributes.Contains(attribute.LocalName) || attribute.NamespaceUri is not null
                || (attribute.LocalName == "href" && !IsSafeLink(attribute.Value)))
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
    }

    private static bool IsSafeLink(string link) =>
        Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme);

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]*")]
    private static partial Regex Tag();
}
