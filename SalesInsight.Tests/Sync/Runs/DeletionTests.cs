using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rules 5 and 6: deletions, restores, and what is not a deletion.</summary>
public class DeletionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule5_DeletedThere_GoesFromHereToo()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("short-lived");
        await world.RunAsync();
        world.DeleteThere(id);

        await world.RunAsync();

        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule5_DeletedThereWhileOff_GoesFromHereWhenOnAgain()
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.DeleteBumpsSystemModstamp = false);
        var id = world.AddThere("deleted while off");
        await world.RunAsync();
        await world.Store.SetModeAsync(TaskSyncMode.Off, Stop);
        world.DeleteThere(id);
        world.Time.Advance(TimeSpan.FromDays(10));
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);

        await world.RunAsync();

        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule5_DeletedAfterThePurgeOfTheLog_GoesFromHereToo()
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.DeleteBumpsSystemModstamp = false);
        var id = world.AddThere("deleted after the purge");
        await world.RunAsync();
        world.Sandbox.Org.Maintenance.PurgeDeleteLog();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        world.DeleteThere(id);
        world.Sandbox.Org.Maintenance.EmptyBin();
        world.Time.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();

        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule5_OutOfSight_NeverDeletes()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("hidden soon");
        await world.RunAsync();
        world.Sandbox.Org.Rights.HideRecord(world.RepId, id);
        world.Time.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();
        await world.RunAsync();

        var task = await world.SingleHereAsync();
        task.Sync.Reason.Should().Be(ReasonCode.OutOfSight);
        task.Sync.Glyph.Should().Be(SyncGlyph.OutOfSight);

        world.Sandbox.Org.Rights.ShowRecord(world.RepId, id);
        await world.RunAsync();
        (await world.SingleHereAsync()).Sync.Glyph.Should().Be(SyncGlyph.InStep);
    }

    [Fact]
    public async Task Rule5_CompletedTaskEditedWhileOutOfSight_IsReadWithinAWeek()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("before");
        await world.RunAsync();
        world.EditThere(id, "Status", "Completed");
        await world.RunAsync();
        world.EditThere(id, "Subject", "after");
        world.Sandbox.Org.Rights.HideRecord(world.RepId, id);
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();
        world.Sandbox.Org.Rights.ShowRecord(world.RepId, id);

        world.Time.Advance(RunLimits.CompletedReadEvery + TimeSpan.FromHours(1));
        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Subject.Should().Be("after");
    }

    [Fact]
    public async Task Rule5_AliveThereAgain_RevivesItsTaskWithItsHistory()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("comes back");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        world.DeleteThere(id);
        await world.RunAsync();
        world.RestoreThere(id);

        await world.RunAsync();

        (await world.SingleHereAsync()).Id.Should().Be(task.Id);
        (await world.HistoryAsync(task.Id)).Select(h => h.Reason)
            .Should().Contain([ReasonCode.CreatedThere, ReasonCode.DeletedThere, ReasonCode.RestoredThere]);
    }

    [Theory]                                               // whether a restore leaves a stamp nobody could verify
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rule5_RestoredThere_IsNoticedWithinADayWithoutAStamp(bool deletedHere)
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.UndeleteBumpsStamps = false);
        var id = world.AddThere("comes back unseen");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        if (deletedHere) await world.DeleteHereAsync(task.Id);
        else world.DeleteThere(id);
        for (var at = 0; at < 3; at++)
        {
            world.Time.Advance(RunLimits.Overlap);
            await world.RunAsync();
        }

        world.RestoreThere(id);
        await world.RunAsync();
        var before = await world.ListHereAsync();

        world.Time.Advance(TimeSpan.FromDays(1));
        await world.RunAsync();

        before.Should().BeEmpty();
        (await world.SingleHereAsync()).Id.Should().Be(task.Id);
    }

    [Fact]
    public async Task Tombstones_StillInTheBinOrPurged_AreLookedForOnceADayAndStay()
    {
        await using var world = await EngineWorld.CreateAsync();
        var (binned, purged) = (world.AddThere("binned"), world.AddThere("purged"));
        await world.RunAsync();
        world.DeleteThere(binned);
        world.DeleteThere(purged);
        await world.RunAsync();
        world.Sandbox.Org.Maintenance.HardDelete(purged);
        world.Time.Advance(TimeSpan.FromHours(25));
        await world.RunAsync();
        var calls = world.Calls.Total;

        await world.RunAsync();

        (world.Calls.Total - calls).Should().Be(1, "an idle cycle is one read");
        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule5_MoreDeletionsThanTheFence_AreHeldAndEverythingElseGoesOn()
    {
        await using var world = await EngineWorld.CreateAsync();
        var ids = Enumerable.Range(0, 30).Select(n => world.AddThere($"task {n}")).ToList();
        await world.RunAsync();
        foreach (var id in ids.Take(25)) world.DeleteThere(id);
        world.EditThere(ids[29], "Description", "goes on");

        await world.RunAsync();

        var here = await world.ListHereAsync();
        here.Should().HaveCount(20, "10 of 25 deletions pass");
        here.Count(t => t.Sync.Reason == ReasonCode.HeldByFence).Should().Be(15);
        here.Should().Contain(t => t.Content.Details == "goes on");
        world.Time.Advance(TimeSpan.FromHours(30));
        await world.RunAsync();
        (await world.ListHereAsync()).Should().HaveCount(20, "a held row waits for a person, however long");
    }

    [Theory, InlineData(true, 5), InlineData(false, 20)]
    public async Task Rule5_HeldDeletions_FollowThePersonsAnswer(bool approve, int left)
    {
        await using var world = await EngineWorld.CreateAsync();
        var ids = Enumerable.Range(0, 30).Select(n => world.AddThere($"task {n}")).ToList();
        await world.RunAsync();
        foreach (var id in ids.Take(25)) world.DeleteThere(id);
        await world.RunAsync();
        var door = world.Store.Get<IHeldDeletions>();
        var held = await door.ListAsync(TestStore.RepId, Stop);
        held.Should().HaveCount(15);

        await door.AnswerAsync(TestStore.RepId, [.. held.Select(h => h.Id)], approve, Stop);
        await world.RunAsync();
        await world.RunAsync();

        (await world.ListHereAsync()).Should().HaveCount(left);
        (await door.ListAsync(TestStore.RepId, Stop)).Should().BeEmpty();
        world.ListThere().Should().HaveCount(5, "rejecting keeps a task here; sending it again is up to its user");
    }

    [Fact]
    public async Task Rule6_DeletedHere_WaitsForUndoBeforeItIsSent()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("undo me");
        await world.RunAsync();
        await world.DeleteHereAsync(task.Id);

        var summary = await world.RunAsync();
        world.ListThere().Should().ContainSingle();
        summary.NextAt.Should().NotBeNull("the run asks to come back when Undo is over");
        await world.Tasks.RestoreAsync(TestStore.RepId, task.Id, Stop);
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await world.RunAsync();

        world.ListThere().Should().ContainSingle();
        (await world.SingleHereAsync()).Id.Should().Be(task.Id);
    }

    [Fact]
    public async Task Rule6_RestoredHereAfterItWasSent_MakesANewRecordLinkedToTheSameTask()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("back again");
        await world.RunAsync();
        var first = world.ListThere().Single().Id;
        await world.DeleteHereAsync(task.Id);
        world.Time.Advance(TimeSpan.FromSeconds(11));
        await world.RunAsync();
        world.ListThere().Should().BeEmpty();
        await world.Tasks.RestoreAsync(TestStore.RepId, task.Id, Stop);

        await world.SettleAsync();

        world.ListThere().Should().ContainSingle().Which.Id.Should().NotBe(first);
        (await world.SingleHereAsync()).Id.Should().Be(task.Id);
        (await world.StagedAsync(task.Id)).Link!.KnownIds.Should().HaveCount(2);
    }

    [Fact]
    public async Task Rule6_EditMetByOurDelete_IsFoundInTheBinAndRecorded()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("doomed");
        await world.RunAsync();
        var id = world.ListThere().Single().Id;
        await world.DeleteHereAsync(task.Id);
        world.Time.Advance(TimeSpan.FromSeconds(11));
        using (world.Sandbox.Faults.BeforeSubrequest(moment =>
        {
            if (moment.Method == "DELETE") world.EditThere(id, "Description", "typed at the last second");
        }))
            await world.RunAsync();

        await world.SettleAsync();

        (await world.LosersAsync(task.Id)).Should().Contain("typed at the last second");
    }

    [Theory, InlineData(DeleteRule.DeleteWins, 0), InlineData(DeleteRule.EditWins, 1)]
    public async Task Rule5_DeletedThereEditedHere_FollowsTheRule(DeleteRule rule, int left)
    {
        await using var world = await EngineWorld.CreateAsync();
        await SetAsync(world, rule);
        var id = world.AddThere("contested");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Details = "ours" });
        world.DeleteThere(id);

        await world.SettleAsync();

        (await world.ListHereAsync()).Should().HaveCount(left);
        world.ListThere().Should().HaveCount(left);
        if (left == 0) (await world.LosersAsync(task.Id)).Should().Contain("ours");
        else world.ListThere().Single().Text("Description").Should().Be("ours");
    }

    [Theory, InlineData(DeleteRule.DeleteWins, 0), InlineData(DeleteRule.EditWins, 1)]
    public async Task Rule5_DeletedHereEditedThere_FollowsTheRule(DeleteRule rule, int left)
    {
        await using var world = await EngineWorld.CreateAsync();
        await SetAsync(world, rule);
        var id = world.AddThere("contested");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.DeleteHereAsync(task.Id);
        world.EditThere(id, "Description", "theirs");
        world.Time.Advance(TimeSpan.FromSeconds(11));

        await world.SettleAsync();

        world.ListThere().Should().HaveCount(left);
        (await world.ListHereAsync()).Should().HaveCount(left);
        if (left == 0) (await world.LosersAsync(task.Id)).Should().Contain("theirs");
        else (await world.SingleHereAsync()).Content.Details.Should().Be("theirs");
    }

    private static async Task SetAsync(EngineWorld world, DeleteRule rule) =>
        (await world.Store.Settings.SaveAsync(
            TestStore.RepId, new SettingsEdit().Set(SettingKeys.DeleteRule, rule), TestStore.Rep, Stop))
            .Should().BeOfType<SaveSettingsResult.Saved>();
}
