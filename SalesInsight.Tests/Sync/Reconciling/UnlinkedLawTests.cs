using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sync.Reconciling;

public class UnlinkedLawTests(ITestOutputHelper output)
{
    private static readonly Lazy<LawReport> Walked =
        new(() => LawReport.Over(Core.Real, UnlinkedSpace.All(), UnlinkedLaws.All));

    public static TheoryData<string> Names => [.. UnlinkedLaws.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reconcile_EveryUnlinkedTaskUnderEveryPolicy_KeepsTheLaw(string name)
    {
        var law = UnlinkedLaws.All.Single(l => l.Name == name);
        var report = Walked.Value;

        report.Broken.GetValueOrDefault(name).Should().BeNull();
        report.Spoke(law).Should().BeGreaterThan(100, "a law that never speaks proves nothing");
        output.WriteLine($"{name}: {report.Spoke(law):N0} of {report.Situations:N0} situations");
    }

    [Fact]
    public void Reconcile_LongDetailsOnBothSides_KeepsEveryLinkedLaw()
    {
        var report = LawReport.Over(Core.Real, DetailsSpace.All(), LinkedLaws.All);

        report.Broken.Should().BeEmpty();
        output.WriteLine($"{LinkedLaws.All.Count} laws, {report.Situations:N0} situations with long details");
    }
}
