using SalesInsight.Sync.Settings;
using SalesInsight.Web.Settings.EmailLogging;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class EmailCardTextTests
{
    public static TheoryData<string> Keys => [
        .. Enum.GetValues<EmailRule.LogTo>().SelectMany(to => new[] { $"LogTo.{to}", $"Summary.On.{to}" }),
        .. Enum.GetValues<EmailRule.LogTo>().Where(to => to is not EmailRule.LogTo.Leads)
            .Select(to => $"Summary.OnRelated.{to}"),
        .. Enum.GetValues<EmailRule.SeveralMatches>().Select(rule => $"Several.{rule}"),
        .. Enum.GetValues<EmailRule.NoMatch>().Select(rule => $"NoMatch.{rule}"),
        .. Enum.GetValues<ExclusionList.Problem>().Where(p => p is not ExclusionList.Problem.None)
            .Select(problem => $"Never.Problem.{problem}"),
        .. Enum.GetValues<BccAddress.Problem>().Where(p => p is not BccAddress.Problem.None)
            .Select(problem => $"Address.Problem.{problem}"),
        .. new[] { "Need.Connection", "Need.Reconnect", "Need.Api", "Need.Tasks" }
            .SelectMany(need => new[] { need, $"{need}More", $"{need}Action" }),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Text_EveryValueShown_IsThere(string key) => EmailCardTexts.Has(key).Should().BeTrue();
}
