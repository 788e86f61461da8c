using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rule 15: one bad record never stops a run, a failed run never moves the cursor.</summary>
public class RefusalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule15_OneRefusedRow_DoesNotStopTheOthers()
    {
        await using var world = await EngineWorld.CreateAsync();
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Use another word."));
        var bad = await world.AddHereAsync("forbidden word");
        await world.AddHereAsync("fine");

        (await world.RunAsync()).Outcome.Should().Be(RunOutcome.Done);

        world.ListThere().Should().ContainSingle().Which.Text("Subject").Should().Be("fine");
        var state = (await world.FindHereAsync(bad.Id))!.Sync;
        state.Glyph.Should().Be(SyncGlyph.Parked);
        (state.Fault, state.Message).Should().Be((FaultCode.ValidationRule, "Use another word."));
    }

    [Fact]
    public async Task Rule15_ParkedRow_IsLeftAloneUntilSomethingChanges()
    {
        await using var world = await EngineWorld.CreateAsync();
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Use another word."));
        var bad = await world.AddHereAsync("forbidden word");
        await world.RunAsync();
        (await world.CallsOfRunAsync()).Should().Be(1, "nothing is sent again while nothing has changed");

        await world.EditHereAsync(bad, c => c with { Subject = "allowed word" });
        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("Subject").Should().Be("allowed word");
        (await world.FindHereAsync(bad.Id))!.Sync.Glyph.Should().Be(SyncGlyph.InStep);
    }

    [Fact]
    public async Task Rule15_RefusedField_StaysAnEditWhileTheRestIsCommitted()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.EditHereAsync(task, c => c with { Subject = "second", PersonId = "003000000000999AAA" });

        await world.RunAsync();
        await world.RunAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("second");
        var here = (await world.FindHereAsync(task.Id))!;
        here.Content.PersonId.Should().Be("003000000000999AAA");
        here.Sync.Glyph.Should().Be(SyncGlyph.Parked);
    }

    [Fact]
    public async Task Rule15_RetryByHand_SendsItAgain()
    {
        await using var world = await EngineWorld.CreateAsync();
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "forbidden", "Use another word."));
        var bad = await world.AddHereAsync("forbidden word");
        await world.RunAsync();
        world.Sandbox.Org.ClearRules();

        await world.Tasks.RetryAsync(TestStore.RepId, bad.Id, Stop);
        await world.RunAsync();

        world.ListThere().Should().ContainSingle();
    }

    [Fact]
    public async Task Rule15_FailedRun_NeverMovesTheCursor()
    {
        await using var world = await EngineWorld.CreateAsync();
        var before = await world.Store.Sync.FindConnectionAsync(TestStore.ConnectionId, Stop);
        world.AddThere("arrives late");
        world.Sandbox.Faults.Add(SandboxFault.Html());

        var summary = await world.RunAsync();

        summary.Outcome.Should().Be(RunOutcome.Failed);
        summary.Fault!.Code.Should().Be(FaultCode.Unreachable);
        var after = await world.Store.Sync.FindConnectionAsync(TestStore.ConnectionId, Stop);
        after!.Cursor.Upper.Should().Be(before!.Cursor.Upper);
        await world.RunAsync();
        (await world.SingleHereAsync()).Content.Subject.Should().Be("arrives late");
    }

    [Fact]
    public async Task Rule15_LongDetails_SurviveAnyNumberOfCycles()
    {
        await using var world = await EngineWorld.CreateAsync();
        var details = string.Concat(Enumerable.Repeat("0123456789", 4_000));
        var task = await world.AddHereAsync("long", new TaskContent("") { Details = details });
        for (var cycle = 0; cycle < 4; cycle++) await world.RunAsync();
        await world.EditHereAsync(task, c => c with { Subject = "longer" });
        for (var cycle = 0; cycle < 4; cycle++) await world.RunAsync();

        (await world.FindHereAsync(task.Id))!.Content.Details.Should().Be(details);
        world.ListThere().Single().Text("Description")!.Length.Should().Be(32_000);
        (await world.LosersAsync(task.Id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule15_FieldHiddenByAnAdmin_EmptiesNothingHere()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first", ("Description", "long remembered"));
        await world.RunAsync();
        world.Sandbox.Org.Rights.HideField("Task", "Description", world.RepId);
        world.EditThere(id, "Subject", "second");

        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "third" });
        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Details.Should().Be("long remembered");
        world.FindThere(id)!.Text("Subject").Should().Be("third");
        world.FindThere(id)!.Text("Description").Should().Be("long remembered");
    }

    [Fact]
    public async Task Rule15_LockedRow_IsTriedAgainByItself()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("locked");
        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "unlocked" });
        world.Sandbox.Org.Maintenance.LockRow(id);

        var summary = await world.RunAsync();
        summary.Outcome.Should().Be(RunOutcome.Done);
        world.FindThere(id)!.Text("Subject").Should().Be("locked");
        world.Sandbox.Faults.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.RunAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("unlocked");
    }

    [Fact]
    public async Task Rule15_RefusedForRights_IsSentOnceTheRightsAreBack()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var rights = world.Sandbox.Org.Rights;
        rights.MakeRecordReadOnly(world.RepId, id);
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "second" });
        await world.RunAsync();
        world.FindThere(id)!.Text("Subject").Should().Be("first");

        rights.MakeRecordWriteable(world.RepId, id);
        world.Time.Advance(RunLimits.RightsAgain);
        await world.RunAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("second", "no stamp tells that rights came back");
    }

    [Fact]
    public async Task Rule15_RecordHiddenBetweenReadAndWrite_IsSentOnceItIsShown()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        var rights = world.Sandbox.Org.Rights;
        using (world.Sandbox.Faults.BeforeSubrequest(part =>
               {
                   if (part.Method == "POST") rights.HideRecord(world.RepId, id);
               }))
        {
            await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "second" });
            await world.RunAsync();
        }

        (await world.SingleHereAsync()).Sync.Glyph.Should().NotBe(SyncGlyph.Parked, "the value was not at fault");
        rights.ShowRecord(world.RepId, id);
        await world.RunAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("second");
    }

    [Fact]
    public async Task Rule15_LockedRow_AsksForARunWhenItIsTriedAgain()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "second" });
        world.Sandbox.Org.Maintenance.LockRow(id);

        var summary = await world.RunAsync();

        summary.NextAt.Should().BeBefore(world.Time.GetUtcNow() + RunLimits.RetryFirst + TimeSpan.FromSeconds(1));
    }
}
