using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>What a run costs, counted by the sandbox as Salesforce counts.</summary>
public class CallBudgetTests
{
    private const int Changes = 1_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_NothingChanged_CostsOneCall()
    {
        await using var world = await EngineWorld.CreateAsync();
        world.AddThere("something to keep in step");
        await world.AddHereAsync("and something from here");
        await world.SettleAsync();

        (await world.CallsOfRunAsync()).Should().Be(1);
        world.Time.Advance(TimeSpan.FromHours(2));
        (await world.CallsOfRunAsync()).Should().Be(1, "the hourly reading by id rides along");
    }

    [Fact]
    public async Task Run_ThousandCreates_CostsAtMostThreeCalls()
    {
        await using var world = await EngineWorld.CreateAsync();
        for (var n = 0; n < Changes; n++) await world.AddHereAsync($"task {n}");

        (await world.CallsOfRunAsync()).Should().BeLessThanOrEqualTo(3);

        world.ListThere().Should().HaveCount(Changes);
    }

    [Fact]
    public async Task Run_ThousandUpdates_CostsAtMostThreeCalls()
    {
        await using var world = await EngineWorld.CreateAsync();
        for (var n = 0; n < Changes; n++) world.AddThere($"task {n}", ("ActivityDate", world.Today.AddDays(-1)));
        await world.SettleAsync();
        (await world.Tasks.MoveOverdueAsync(TestStore.RepId, world.Today, Stop)).Should().HaveCount(Changes);

        (await world.CallsOfRunAsync()).Should().BeLessThanOrEqualTo(3);

        world.ListThere().Should().HaveCount(Changes).And.OnlyContain(r => r.Date("ActivityDate") == world.Today);
    }

    [Fact]
    public async Task Run_FirstImport_CostsOneCallPerPageAndThreeMore()
    {
        await using var world = await EngineWorld.CreateAsync(started: false);
        const int tasks = 5_000, page = 2_000;
        for (var n = 0; n < tasks; n++) world.AddThere($"task {n}");

        var calls = await world.CallsOfRunAsync();

        calls.Should().BeLessThanOrEqualTo((tasks + page - 1) / page + 3);
        (await world.Tasks.ListAsync(TestStore.RepId, TaskFilter.Open, null, world.Today, 0, 1, Stop))
            .Total.Should().Be(tasks);
    }

    [Fact]
    public async Task Run_Ended_TellsWhatItCost()
    {
        await using var world = await EngineWorld.CreateAsync();
        await world.AddHereAsync("one");
        world.Calls.Reset();

        await world.RunAsync();

        var standing = await world.Store.Sync.ReadStandingAsync(TestStore.RepId, Stop);
        standing.LastRun!.ApiCalls.Should().Be(world.Calls.Total);
        (standing.LastRun.SentOut, standing.LastRun.Outcome).Should().Be((1, RunOutcome.Done));
    }
}
