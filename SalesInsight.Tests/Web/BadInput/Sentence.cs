using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace SalesInsight.Tests.Web.BadInput;

/// <summary>What the English resources say, so that the table cannot drift from the product.</summary>
internal static class Sentence
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public static string Of<TText>(string key, params object[] values)
    {
        var text = Texts<TText>()[key, values];
        return text.ResourceNotFound ? throw new InvalidOperationException($"No text {key}") : text.Value;
    }

    public static IStringLocalizer<TText> Texts<TText>() => Services.GetRequiredService<IStringLocalizer<TText>>();
}
