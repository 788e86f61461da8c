using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sync.Reconciling;

public class LinkedLawTests(ITestOutputHelper output)
{
    private static readonly Lazy<LawReport> Walked =
        new(() => LawReport.Over(Core.Real, LinkedSpace.All(), LinkedLaws.All));

    public static TheoryData<string> Names => [.. LinkedLaws.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reconcile_EveryLinkedPairUnderEveryPolicy_KeepsTheLaw(string name)
    {
        var law = LinkedLaws.All.Single(l => l.Name == name);
        var report = Walked.Value;

        report.Broken.GetValueOrDefault(name).Should().BeNull();
        report.Spoke(law).Should().BeGreaterThan(100, "a law that never speaks proves nothing");
        output.WriteLine($"{name}: {report.Spoke(law):N0} of {report.Situations:N0} situations");
    }
}
