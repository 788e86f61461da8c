using SalesInsight.Tests.Simulation.Checks;
using SalesInsight.Tests.Simulation.Planted;
using SalesInsight.Tests.Simulation.World;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation;

/// <summary>A few seeds of what docs/simulation.md tells how to run by the thousand.</summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Few = 10, Many = 2_000;

    private const int SeedsMax = 100, LongLength = 15;

    [Fact]
    public async Task Seeds_AFew_KeepEveryPromiseTwiceTheSameWay() => Run(Few, await TemporaryDatabase.TemplateAsync());

    [Fact]
    [Trait("Category", "Long")]
    public async Task Seeds_Thousands_KeepEveryPromiseTwiceTheSameWay() =>
        Run(Many, await TemporaryDatabase.TemplateAsync());

    [Theory]
    [MemberData(nameof(Checkers))]
    public async Task Checker_WithTheFaultPlantedForIt_IsTheOnlyOneToNotice(string checker)
    {
        using var simulator = new Simulator(await TemporaryDatabase.TemplateAsync());
        var script = PlantedScripts.ByChecker[checker];

        var noticed = simulator.Run(script, Plants.ByChecker[checker]).Violations.Select(v => v.Checker).Distinct();

        noticed.Should().Equal(checker);
        simulator.Run(script).Violations.Should().BeEmpty("without the fault nothing is wrong");
    }

    public static TheoryData<string> Checkers => [.. Checker.All.Select(c => c.Name)];

    [Fact]
    public async Task Shrinker_OnAFailingSeed_LeavesOnlyWhatIsNeeded()
    {
        using var simulator = new Simulator(await TemporaryDatabase.TemplateAsync());
        var script = FirstLong();

        var shortest = Shrinker.Shrink(script, Fails);

        Fails(shortest).Should().BeTrue();
        shortest.Length.Should().BeLessThan(script.Length / 2);

        bool Fails(Script s) => simulator.Run(s, Plants.ByChecker["NoDuplicate"]).Violations.Count > 0;

        Script FirstLong() => Enumerable.Range(1, SeedsMax).Select(s => new ScriptWriter((ulong)s).Draw())
            .First(s => s.Length >= LongLength && Fails(s));
    }

    [Fact]
    public void Now_OfSomethingThatWaits_IsRefused()
    {
        var waits = () => World.Now.Of(Task.Delay(TimeSpan.FromHours(1), TimeProvider.System, default));

        waits.Should().Throw<HiddenAsynchronyException>();
    }

    [Fact]
    public void Dice_OfOneSeed_FallTheSameWay()
    {
        var (one, other) = (new Dice(7), new Dice(7));

        Enumerable.Range(0, 100).Select(_ => one.Below(1_000)).Should()
            .Equal(Enumerable.Range(0, 100).Select(_ => other.Below(1_000)));
    }

    private void Run(int count, string template)
    {
        var batch = new SeedBatch(from: 1, count, isTwice: true, template);

        batch.Run(workers: 1, output.WriteLine);

        batch.Violations.Should().BeEmpty();
        batch.Unrepeatable.Should().Be(0, "a seed tells the same story every time");
    }
}
