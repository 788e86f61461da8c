using System.Diagnostics;

namespace SalesInsight.Tests.Sync.Reconciling.Histories;

public class CoreHistoryTests(ITestOutputHelper output)
{
    private const int Few = 20_000, Million = 1_000_000;

    [Fact]
    public void Core_OverAFewHistories_LosesNothing() => Walk(Core.Real, Few).Should().BeNull();

    [Fact]
    [Trait("Category", "Long")]
    public void Core_OverAMillionHistories_LosesNothing() => Walk(Core.Real, Million).Should().BeNull();

    [Fact]
    public void Core_ThatForgetsLosers_IsFoundOut()
    {
        var forgetful = Core.Real with
        {
            Reconcile = (pair, policy) => Core.Real.Reconcile(pair, policy) with { Conflicts = [] },
        };

        Walk(forgetful, Few).Should().NotBeNull();
    }

    private string? Walk(Core core, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var seed = 1; seed <= count; seed++)
            if (new CoreHistory(core, (ulong)seed).Run() is { } broken) return broken;
        output.WriteLine($"{count} histories in {clock.Elapsed.TotalSeconds:F1} s");
        return null;
    }
}
