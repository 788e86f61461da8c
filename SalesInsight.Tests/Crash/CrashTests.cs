namespace SalesInsight.Tests.Crash;

/// <summary>
/// Real processes, real signals. The seed decides what the people do and when the blow falls; the machine decides
/// the rest, so a seed is a place to start looking and no replay. CRASH_SEED sets another.
/// </summary>
public sealed class CrashTests
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("CRASH_SEED"), out var seed) ? seed : 20261121;

    [Fact]
    public Task App_KilledAndPausedAFewTimes_LosesAndDoublesNothing() =>
        ProveAsync(kills: 3, pauses: 1, isLong: false);

    [Fact]
    [Trait("Category", "Long")]
    public Task App_KilledTwoHundredTimes_LosesAndDoublesNothing() => ProveAsync(kills: 200, pauses: 0, isLong: true);

    [Fact]
    [Trait("Category", "Long")]
    public Task App_PausedForThreeLeasesAHundredTimes_LosesAndDoublesNothing() =>
        ProveAsync(kills: 0, pauses: 100, isLong: true);

    private static async Task ProveAsync(int kills, int pauses, bool isLong)
    {
        await using var run = await CrashRun.StartAsync(Seed, deletesHere: isLong, isPublished: isLong);
        if (kills > 0) await run.KillAsync(kills);
        if (pauses > 0) await run.PauseAsync(pauses);
        string.Join('\n', await run.HealAsync()).Should().BeEmpty("{0}", run.Story);
    }
}
