using SalesInsight.Tests.House;
using SalesInsight.Tests.Simulation;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Regressions;

/// <summary>Scripts that once broke a promise: each file says what it was.</summary>
public class RegressionTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "SalesInsight.Tests", "Regressions");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Script_ThatOnceBrokeAPromise_KeepsIt(string file)
    {
        var finding = BrokenScript.Read(Path.Combine(Folder, file));
        output.WriteLine(finding.Says);
        using var simulator = new Simulator(await TemporaryDatabase.TemplateAsync());

        simulator.Run(finding.Script).Violations.Should().BeEmpty(finding.Says);
    }
}
