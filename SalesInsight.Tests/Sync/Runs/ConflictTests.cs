using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rule 9: the same field edited on both sides.</summary>
public class ConflictTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConflictRule.NewestWins, true, "ours")]
    [InlineData(ConflictRule.NewestWins, false, "theirs")]
    [InlineData(ConflictRule.SalesforceWins, true, "theirs")]
    [InlineData(ConflictRule.SalesInsightWins, false, "ours")]
    public async Task Rule9_SameField_FollowsTheRuleAndKeepsTheLoser(ConflictRule rule, bool oursLater, string winner)
    {
        await using var world = await EngineWorld.CreateAsync();
        await world.Store.Settings.SaveAsync(
            TestStore.RepId, new SettingsEdit().Set(SettingKeys.ConflictRule, rule), TestStore.Rep, Stop);
        var id = world.AddThere("first", ("Description", "as it was"));
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        if (!oursLater) await world.EditHereAsync(task, c => c with { Details = "ours" });
        world.Time.Advance(Minute);
        world.EditThere(id, "Description", "theirs");
        world.Time.Advance(Minute);
        if (oursLater) await world.EditHereAsync(task, c => c with { Details = "ours" });

        await world.SettleAsync();

        (await world.SingleHereAsync()).Content.Details.Should().Be(winner);
        world.FindThere(id)!.Text("Description").Should().Be(winner);
        (await world.LosersAsync(task.Id)).Should().Contain(winner == "ours" ? "theirs" : "ours");
    }

    [Fact]
    public async Task Rule9_NewestWins_CorrectsForSalesforcesClock()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        world.Sandbox.Org.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunAsync();
        world.EditThere(id, "Description", "theirs");                 // an hour ahead on its own clock, yet earlier
        world.Time.Advance(Minute);
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Details = "ours" });

        await world.SettleAsync();

        world.FindThere(id)!.Text("Description").Should().Be("ours");
    }

    [Fact]
    public async Task Rule9_EditedThereBetweenOurReadAndOurWrite_IsRecordedAndNeverSilentlyGone()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Details = "ours" });
        var edited = false;
        using (world.Sandbox.Faults.BeforeRequest(moment =>
        {
            if (moment.Method == "POST" && !edited && world.Calls.Total > 0 && IsWrite(world))
            {
                edited = true;
                world.EditThere(id, "Description", "typed in between");
            }

            return ValueTask.CompletedTask;
        }))
        {
            world.Calls.Reset();
            await world.RunAsync();
        }

        edited.Should().BeTrue();
        await world.SettleAsync();
        var here = (await world.SingleHereAsync()).Content.Details;
        world.FindThere(id)!.Text("Description").Should().Be(here);
        var losers = await world.LosersAsync(task.Id);
        losers.Should().Contain(here == "ours" ? "typed in between" : "ours");
    }

    [Fact]
    public async Task Rule9_LosingValue_CanBeRestoredWithOneEdit()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Details = "ours" });
        world.Time.Advance(Minute);
        world.EditThere(id, "Description", "theirs");
        await world.SettleAsync();
        var loser = (await world.HistoryAsync(task.Id)).SelectMany(h => h.Losers).First(l => l.Side == Side.Local);

        await world.EditHereAsync(task, c => c with { Details = loser.From });
        await world.SettleAsync();

        world.FindThere(id)!.Text("Description").Should().Be("ours");
    }

    /// <summary>The run's first call read; the next POST writes.</summary>
    private static bool IsWrite(EngineWorld world) => world.Calls.Total >= 1;
}
