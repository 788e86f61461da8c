using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rules 11 and 13: whose a task is.</summary>
public class OwnershipTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule11_ReassignedThere_LeavesTheOldOwnersListAndIsNotDeleted()
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.TasksPublicRead = true);
        var id = world.AddThere("handed over");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        world.EditThere(id, "OwnerId", world.Sandbox.Org.Users.FindByUsername(EngineWorld.OtherRep)!.Id);
        world.Time.Advance(TimeSpan.FromHours(2));

        await world.RunAsync();

        (await world.ListHereAsync()).Should().BeEmpty();
        (await world.StagedAsync(task.Id)).Link!.Reason.Should().Be(ReasonCode.Reassigned);
        (await world.StagedAsync(task.Id)).Task.IsDeleted.Should().BeFalse();
        world.FindThere(id)!.IsDeleted.Should().BeFalse();
    }

    [Fact]
    public async Task Rule11_ReassignedAndBack_IsInStepAgain()
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.TasksPublicRead = true);
        var id = world.AddThere("to and fro");
        await world.RunAsync();
        world.EditThere(id, "OwnerId", world.Sandbox.Org.Users.FindByUsername(EngineWorld.OtherRep)!.Id);
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();
        world.EditThere(id, "OwnerId", world.RepId);

        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Subject.Should().Be("to and fro");
    }

    [Fact]
    public async Task Rule11_EditedHereAfterItWasReassigned_IsNotWrittenOverTheNewOwner()
    {
        await using var world = await EngineWorld.CreateAsync(org: o => o.TasksPublicRead = true);
        var id = world.AddThere("handed over");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        world.EditThere(id, "OwnerId", world.Sandbox.Org.Users.FindByUsername(EngineWorld.OtherRep)!.Id);
        await world.EditHereAsync(task, c => c with { Details = "too late" });

        await world.RunAsync();

        world.FindThere(id)!.Text("Description").Should().BeNull();
    }

    [Fact]
    public async Task Rule13_AnotherPair_FreezesOldLinksAndNeverWritesThem()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("of the first connection");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        var other = TestRows.Connection(
            SequentialIds.Of(0xC002), TestStore.RepId, world.Sandbox.Org.Id,
            world.Sandbox.Org.Users.FindByUsername(EngineWorld.OtherRep)!.Id);
        (await world.Store.Connections.SaveAsync(other, Stop)).Should().BeTrue();

        await world.Tasks.DeleteAsync(TestStore.RepId, task.Id, Stop);
        world.Time.Advance(TimeSpan.FromSeconds(20));
        (await world.RunAsync()).Outcome.Should().BeNull("the old connection runs no more");

        (await world.StagedAsync(task.Id)).Link!.State.Should().Be(LinkState.Frozen);
        world.FindThere(id)!.IsDeleted.Should().BeFalse();
    }

    [Fact]
    public async Task Rule13_PairOfAnotherUser_IsRefused()
    {
        await using var world = await EngineWorld.CreateAsync();
        var second = SequentialIds.Of(0xA003);
        await world.Store.AddUserAsync(second, "Jonas Lindqvist", Stop);

        var saved = await world.Store.Connections.SaveAsync(
            TestRows.Connection(SequentialIds.Of(0xC003), second, world.Sandbox.Org.Id, world.RepId), Stop);

        saved.Should().BeFalse();
    }
}
