using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 6: pushes whose reply never came, people acting in mid-push, two engines.</summary>
public class LostReplyTests
{
    private static readonly FaultScope Writes = new("POST", "/composite");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<CustomIdField> BothCreateModes => [CustomIdField.UniqueExternalId, CustomIdField.Absent];

    [Theory, MemberData(nameof(BothCreateModes))]
    public async Task LostCreateReply_RecordIsThere_IsLinkedAndNotDoubled(CustomIdField mode)
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.CustomIdField = mode);
        var task = await world.AddHereAsync("once");
        world.Sandbox.Faults.Add(new SandboxFault.LoseReply { Scope = Writes });
        (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Failed);
        world.ListThere().Should().ContainSingle("the reply was lost, not the request");

        await world.SettleAsync();

        world.ListThere().Should().ContainSingle();
        (await world.ListHereAsync()).Should().ContainSingle().Which.Id.Should().Be(task.Id);
        (await world.StagedAsync(task.Id)).Intent.Should().BeNull();
    }

    [Theory, MemberData(nameof(BothCreateModes))]
    public async Task LostCreate_NeverArrived_IsInsertedAgainOnce(CustomIdField mode)
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.CustomIdField = mode);
        var task = await world.AddHereAsync("once");
        world.Sandbox.Faults.Add(new SandboxFault.DropBefore { Scope = Writes });
        await world.RunAsync();
        world.ListThere().Should().BeEmpty();

        await world.SettleAsync();

        world.ListThere().Should().ContainSingle().Which.Text("Subject").Should().Be("once");
        (await world.StagedAsync(task.Id)).Link.Should().NotBeNull();
    }

    [Fact]
    public async Task LostCreateReply_EditedThereMeanwhile_TheEditComesHere()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("once");
        world.Sandbox.Faults.Add(new SandboxFault.LoseReply { Scope = Writes });
        await world.RunAsync();
        world.EditThere(world.ListThere().Single().Id, "Description", "theirs");

        await world.SettleAsync();

        (await world.FindHereAsync(task.Id))!.Content.Details.Should().Be("theirs");
    }

    [Fact]
    public async Task LostUpdateReply_Arrived_SettlesWithoutASecondWrite()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Subject = "second" });
        await LoseOnlyTheWriteAsync(world);
        var stamp = world.FindThere(id)!.Moment("SystemModstamp");

        await world.SettleAsync();

        world.FindThere(id)!.Moment("SystemModstamp").Should().Be(stamp);
        (await world.FindHereAsync(task.Id))!.Content.Subject.Should().Be("second");
        (await world.LosersAsync(task.Id)).Should().BeEmpty();
    }

    [Fact]
    public async Task LostUpdateReply_NotDeadYet_RowIsLeftAloneInBothDirections()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Subject = "second" });
        await LoseOnlyTheWriteAsync(world);
        world.EditThere(id, "Description", "theirs");

        await world.RunAsync();
        (await world.FindHereAsync(task.Id))!.Content.Details.Should().BeNull();
        await world.SettleAsync();

        (await world.FindHereAsync(task.Id))!.Content.Details.Should().Be("theirs");
        world.FindThere(id)!.Text("Subject").Should().Be("second");
    }

    [Fact]
    public async Task Push_DeletedHereMeanwhile_IsNeitherResurrectedNorOrphaned()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("created while it is deleted");
        using (world.Sandbox.Faults.AfterRequest(async moment =>
        {
            if (moment.Path.EndsWith("/composite", StringComparison.Ordinal)) await world.DeleteHereAsync(task.Id);
        }))
            (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Done);
        (await world.ListHereAsync()).Should().BeEmpty("a deletion is never taken back by a push");

        await world.SettleAsync();

        world.ListThere().Should().BeEmpty("the record that was made meanwhile goes too");
        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Push_EditedHereMeanwhile_KeepsTheNewValueAndSendsItNext()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Subject = "second" });
        var calls = 0;
        using (world.Sandbox.Faults.AfterRequest(async moment =>
        {
            if (moment.Path.EndsWith("/composite", StringComparison.Ordinal) && ++calls == 2)
                await world.EditHereAsync(task, c => c with { Subject = "third" });
        }))
            (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Done);
        calls.Should().BeGreaterThanOrEqualTo(2, "one call reads and one writes");
        (await world.FindHereAsync(task.Id))!.Content.Subject.Should().Be("third");

        await world.SettleAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("third");
    }

    [Fact]
    public async Task Push_LeaseStolenMeanwhile_CommitsNothingMore()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Subject = "second" });
        var stolen = false;
        using (world.Sandbox.Faults.BeforeSubrequest(moment =>
        {
            if (moment.Method != "PATCH" || stolen) return;
            stolen = true;
            world.ExpireLease();
            world.Store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "engine-2", RunLimits.Lease, Stop)
                .GetAwaiter().GetResult().Should().NotBeNull();
        }))
            (await world.RunAsync()).Outcome.Should().Be(RunOutcome.GaveWay);
        stolen.Should().BeTrue();
        (await world.StagedAsync(task.Id)).Intent.Should().NotBeNull("its fate is for the new holder to find out");

        world.ExpireLease();
        await world.SettleAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("second");
        (await world.FindHereAsync(task.Id))!.Content.Subject.Should().Be("second");
    }

    [Fact]
    public async Task SecondEngine_WhileALeaseIsHeld_DoesNotRun()
    {
        await using var world = await EngineWorld.CreateAsync();
        (await world.Store.Sync.TakeLeaseAsync(TestStore.ConnectionId, "engine-2", RunLimits.Lease, Stop))
            .Should().NotBeNull();

        (await world.RunAsync()).Outcome.Should().BeNull();
    }

    /// <summary>The run's read goes through, the reply of its write is lost.</summary>
    private static async Task LoseOnlyTheWriteAsync(EngineWorld world)
    {
        world.Sandbox.Faults.Clear();
        var calls = 0;
        using (world.Sandbox.Faults.AfterRequest(moment =>
        {
            if (moment.Path.EndsWith("/composite", StringComparison.Ordinal) && ++calls == 1)
                world.Sandbox.Faults.Add(new SandboxFault.LoseReply { Scope = Writes });
            return ValueTask.CompletedTask;
        }))
            (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Failed);
        calls.Should().Be(2);
    }
}
