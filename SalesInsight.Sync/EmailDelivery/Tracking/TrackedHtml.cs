using AngleSharp.Html.Parser;

namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>Puts marks into the formatted text of a mail. Pure.</summary>
internal static class TrackedHtml
{
    /// <summary>Links of one mail that are counted; the rest lead where they led.</summary>
    public const int LinksMax = 200;

    /// <summary>Characters of an address that is counted: a longer one would not fit into a request line.</summary>
    public const int TargetLengthMax = 1_500;

    /// <param name="html">As kept: cleaned by <see cref="MailHtml"/>.</param>
    /// <param name="link">The address that counts a click and leads on to a target.</param>
    /// <param name="picture">The address of the picture.</param>
    public static string Write(string html, Func<Uri, Uri> link, Uri picture)
    {
        var document = new HtmlParser().ParseDocument(html);
        var body = document.Body!;
        foreach (var anchor in body.QuerySelectorAll("a[href]").Take(LinksMax))
            if (WebAddress(anchor.GetAttribute("href")) is { } target)
                anchor.SetAttribute("href", link(target).AbsoluteUri);

        var image = document.CreateElement("img");
        image.SetAttribute("src", picture.AbsoluteUri);
        image.SetAttribute("alt", "");
        image.SetAttribute("width", "1");
        image.SetAttribute("height", "1");
        body.AppendChild(image);
        return body.InnerHtml;
    }

    /// <summary>An http or https address of bounded length; null for everything else.</summary>
    public static Uri? WebAddress(string? text) => text is { Length: <= TargetLengthMax }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
            ? uri
            : null;
}
