namespace SalesInsight.Web.CommandCenter.Rows;

/// <summary>An address a link may lead to: the web, and nothing a browser would run.</summary>
internal static class WebAddress
{
    public static string? Of(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? address.AbsoluteUri : null;
}
