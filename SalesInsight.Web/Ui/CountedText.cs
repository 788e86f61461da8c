using Microsoft.Extensions.Localization;

namespace SalesInsight.Web.Ui;

/// <summary>Texts that differ for one and for several: <c>Key.One</c> beside <c>Key</c>.</summary>
internal static class CountedText
{
    public static string Counted(this IStringLocalizer texts, string key, int count, params object[] more) =>
        texts[count == 1 ? $"{key}.One" : key, [count, .. more]];
}
