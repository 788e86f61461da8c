using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Web.Settings.EmailLogging;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

/// <summary>Which texts the card has.</summary>
internal static class EmailCardTexts
{
    private static readonly IStringLocalizer Texts = new ServiceCollection().AddLogging().AddLocalization()
        .BuildServiceProvider().GetRequiredService<IStringLocalizer<EmailCardText>>();

    public static bool Has(string key) => !Texts[key].ResourceNotFound;
}
