using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Web.Connection;

namespace SalesInsight.Tests.Web.Connection;

public sealed class ConnectionTextTests
{
    public static TheoryData<string> Keys => [
        .. Enum.GetValues<ConnectionProblem>().Select(problem => $"Problem.{problem}"),
        .. Enum.GetValues<CreateMode>().SelectMany(mode => new[] { $"Create.{mode}", $"Create.{mode}More" }),
        .. Enumerable.Range(1, 5).Select(step => $"Create.Step{step}"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Text_EveryValueShown_IsThere(string key)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

        services.GetRequiredService<IStringLocalizer<ConnectionText>>()[key].ResourceNotFound.Should().BeFalse();
    }
}
