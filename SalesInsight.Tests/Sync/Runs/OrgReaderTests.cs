using SalesInsight.Sandbox.Faults;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 6, Org reader: what it costs, whom it tells, and what it must never show.</summary>
public class OrgReaderTests
{
    private const int ManyReps = 50, Cycles = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cycle_FiftyIdleReps_CostsOneCall()
    {
        await using var world = await OrgReaderWorld.CreateAsync(ManyReps);
        foreach (var rep in world.Reps) world.AddThere(rep, $"task of {rep.Username}");
        await world.CycleAsync();
        await world.CycleAsync();

        (await world.CallsOfAsync(cycles: 1)).Should().Be(1);
        (await world.CallsOfAsync(Cycles)).Should().Be(Cycles, "the turns that rest in between cost none");

        world.Engine.Calls.ByUser.Should().ContainSingle("only the reader called");
        foreach (var rep in world.Reps) (await world.ListAsync(rep)).Should().ContainSingle();
    }

    [Fact]
    public async Task Cycle_ChangeForOneRep_RunsThatRepAloneForOneCall()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 5);
        await world.CycleAsync();
        var rep = world.Reps[3];
        world.AddThere(rep, "only for you");
        world.Engine.Calls.Reset();

        var ran = await world.CycleAsync();

        ran.Should().Equal(rep.ConnectionId);
        world.Engine.Calls.Total.Should().Be(1);
        (await world.ListAsync(rep)).Should().ContainSingle().Which.Content.Subject.Should().Be("only for you");
        foreach (var other in world.Reps.Where(r => r != rep)) (await world.ListAsync(other)).Should().BeEmpty();
        (await world.CycleAsync()).Should().BeEmpty("the row is seen again in the overlap, and is not news");
    }

    [Fact]
    public async Task Cycle_EditAndDeletionThere_TravelWithoutACallOfTheRep()
    {
        await using var world = await OrgReaderWorld.CreateAsync();
        var id = world.AddThere(world.First, "first name");
        await world.CycleAsync();
        world.Engine.EditThere(id, "Subject", "second name");

        (await world.CallsOfAsync(cycles: 1)).Should().Be(1);
        (await world.ListAsync(world.First)).Single().Content.Subject.Should().Be("second name");

        world.Engine.DeleteThere(id);
        (await world.CallsOfAsync(cycles: 1)).Should().Be(1);
        (await world.ListAsync(world.First)).Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_RowsOfPeopleWhoDoNotSync_AreNotStored()
    {
        await using var world = await OrgReaderWorld.CreateAsync();
        world.Engine.AddThereAs(EngineWorld.Admin, "the boss's own");
        world.Engine.AddThereAs(EngineWorld.OtherRep, "of somebody who is not connected");
        world.Engine.AddThereAs(EngineWorld.Rep, "of somebody whose sync is off");
        var mine = world.AddThere(world.First, "of somebody who syncs");

        await world.CycleAsync();

        world.Stored().Select(r => r.RecordId).Should().Equal(mine);
    }

    [Fact]
    public async Task Reading_NobodySyncs_MakesNoCallAndKeepsNothing()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        world.AddThere(world.First, "soon nobody's business");
        await world.CycleAsync();
        await world.TurnAsync(world.First, TaskSyncMode.Off);

        (await world.CallsOfAsync(cycles: 2)).Should().Be(0);

        world.Stored().Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_Window_KeepsNoRowLongerThanItLooksBack()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        world.AddThere(world.First, "of this half hour");
        await world.CycleAsync();
        world.Stored().Should().ContainSingle();

        await world.CallsOfAsync(cycles: 30);

        world.Stored().Should().BeEmpty();
        (await world.ListAsync(world.First)).Should().ContainSingle();
    }

    [Fact]
    public async Task FieldHiddenFromTheRep_InTheReadersRow_NeverReachesTheRep()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 0);
        world.Engine.Sandbox.Org.Rights.HideField("Task", "Description", await world.AddRepAsync(0));
        await world.CycleAsync();
        await world.CycleAsync();
        var id = world.AddThere(world.First, "with a secret");
        world.Engine.EditThere(id, "Description", "not for reps");
        world.Engine.Calls.Reset();

        await world.CycleAsync();

        world.Engine.Calls.Total.Should().Be(1, "the row came from the reader");
        world.Stored().Single().Fields.Should().Contain("not for reps", "the reader is shown it");
        var task = (await world.ListAsync(world.First)).Should().ContainSingle().Subject;
        (task.Content.Subject, task.Content.Details).Should().Be(("with a secret", (string?)null));
    }

    [Fact]
    public async Task FieldHiddenFromTheReader_ShownToTheRep_IsReadByTheRep()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        var admin = world.Engine.Sandbox.Org.Users.FindByUsername(EngineWorld.Admin)!.Id;
        world.Engine.Sandbox.Org.Rights.HideField("Task", "Description", admin);
        await world.CycleAsync();
        await world.CycleAsync();
        var id = world.Engine.AddThereAs(world.First.Username, "with details", ("Description", "for reps only"));

        await world.CycleAsync();
        await world.CycleAsync();

        world.Engine.FindThere(id)!.Text("Description").Should().Be("for reps only");
        (await world.ListAsync(world.First)).Single().Content.Details.Should().Be("for reps only");
    }

    [Fact]
    public async Task Reassigned_ToAnotherRep_LeavesOneListAndAppearsInTheOther()
    {
        await using var world = await OrgReaderWorld.CreateAsync();
        var id = world.AddThere(world.First, "handed over");
        await world.CycleAsync();
        var task = (await world.ListAsync(world.First)).Single();
        var other = world.Reps[1];
        world.Engine.EditThere(id, "OwnerId", world.UserIdOf(other));
        world.Engine.EditThere(id, "Description", "not yours any more");
        world.Engine.Calls.Reset();

        var ran = await world.CycleAsync();

        ran.Should().BeEquivalentTo([world.First.ConnectionId, other.ConnectionId]);
        world.Engine.Calls.Total.Should().Be(1);
        (await world.ListAsync(world.First)).Should().BeEmpty();
        (await world.ListAsync(other)).Should().ContainSingle().Which.Content.Details.Should().Be("not yours any more");
        var left = await world.Engine.StagedAsync(task.Id);
        (left.Link!.Reason, left.Link.Base.There.Description).Should().Be((ReasonCode.Reassigned, null));
        (await world.CallsOfAsync(cycles: 10)).Should().Be(10, "a task that waits for its owner costs nothing");
    }

    [Fact]
    public async Task Edit_SentRightAfterAReading_IsNotTakenBackByWhatWasReadBefore()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        var id = world.AddThere(world.First, "as made there");
        await world.CycleAsync();
        await world.EditHereAsync(world.First, c => c with { Subject = "as renamed here" });
        await world.RunAsync(world.First);
        world.Engine.FindThere(id)!.Text("Subject").Should().Be("as renamed here");

        await world.RunAsync(world.First);

        (await world.ListAsync(world.First)).Single().Content.Subject.Should().Be("as renamed here");
        await world.CycleAsync();
        (await world.ListAsync(world.First)).Single().Content.Subject.Should().Be("as renamed here");
        (await world.CallsOfAsync(cycles: 3)).Should().Be(3);
    }

    [Fact]
    public async Task Deletion_SentRightAfterAReading_IsNotUndoneByWhatWasReadBefore()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        var id = world.AddThere(world.First, "to go");
        await world.CycleAsync();
        var task = (await world.ListAsync(world.First)).Single();
        await world.Engine.Tasks.DeleteAsync(world.First.UserId, task.Id, Stop);
        world.Engine.Time.Advance(TimeSpan.FromSeconds(12));

        await world.RunAsync(world.First);
        await world.RunAsync(world.First);
        await world.CycleAsync();

        world.Engine.FindThere(id)!.IsDeleted.Should().BeTrue();
        (await world.ListAsync(world.First)).Should().BeEmpty();
    }

    [Fact]
    public async Task SyncNow_ByThePerson_LooksForItself()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        await world.CycleAsync();
        world.AddThere(world.First, "a moment ago");
        world.Engine.Time.Advance(TimeSpan.FromSeconds(3));

        await world.RunAsync(world.First, looksForItself: true);

        (await world.ListAsync(world.First)).Should().ContainSingle();
    }

    [Fact]
    public async Task TurnedOnAgain_AfterReadingsThatKeptNothingForIt_ReadsForItself()
    {
        await using var world = await OrgReaderWorld.CreateAsync();
        await world.TurnAsync(world.First, TaskSyncMode.Off);
        await world.CycleAsync();
        world.AddThere(world.First, "while it was off");
        await world.CycleAsync();
        world.Stored().Should().BeEmpty();
        await world.TurnAsync(world.First, TaskSyncMode.Both);

        await world.RunAsync(world.First);

        (await world.ListAsync(world.First)).Should().ContainSingle();
    }

    [Fact]
    public async Task GrantOfTheReader_Revoked_RepsReadForThemselvesUntilItIsBack()
    {
        await using var world = await OrgReaderWorld.CreateAsync();
        await world.CycleAsync();
        world.Engine.Sandbox.Org.Sessions.RevokeGrants(
            world.Engine.Sandbox.Org.Users.FindByUsername(EngineWorld.Admin)!.Id);
        world.AddThere(world.First, "while nobody reads for all");

        var ran = await world.CycleAsync();

        ran.Should().HaveCount(2, "everybody is told at once");
        (await world.ListAsync(world.First)).Should().ContainSingle();
        var reader = await world.Engine.Store.Connections.FindAsync(OrgReaderWorld.ReaderId, Stop);
        (reader!.Status, reader.Problem).Should()
            .Be((ConnectionStatus.NeedsReconnect, ConnectionProblem.GrantRevoked));
        world.Stored().Should().BeEmpty();
        (await world.CallsOfAsync(cycles: 3)).Should().Be(6, "two reps, one call each");

        await world.ConnectReaderAsync();
        await world.CycleAsync();
        await world.CycleAsync();
        (await world.CallsOfAsync(cycles: 3)).Should().Be(3);
    }

    [Fact]
    public async Task ViewAllData_TakenFromTheReader_ItsReadingCountsForNothing()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        var admin = world.Engine.Sandbox.Org.Users.FindByUsername(EngineWorld.Admin)!.Id;
        world.Engine.Sandbox.Org.Users.Change(admin, u => u with { CanViewAllData = false });
        world.AddThere(world.First, "not shown to the reader");
        world.Engine.Time.Advance(TimeSpan.FromSeconds(3));

        var reading = await world.ReadAsync();

        (reading.Outcome, reading.Fault!.ErrorCode).Should().Be((RunOutcome.Failed, "VIEW_ALL_DATA_MISSING"));
        reading.Concerned.Should().Equal(world.First.ConnectionId);
        await world.RunAsync(world.First);
        (await world.ListAsync(world.First)).Should().ContainSingle();
    }

    [Fact]
    public async Task Salesforce_AwayForAMoment_TheLastReadingIsReliedOnForFiveMinutes()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        await world.CycleAsync();
        world.Engine.Sandbox.Faults.Add(SandboxFault.Error(503, "SERVER_UNAVAILABLE", "later"));

        (await world.CycleAsync()).Should().BeEmpty();

        (await world.CallsOfAsync(cycles: 2)).Should().Be(2, "and the next reading is whole again");
    }

    [Fact]
    public async Task Pair_OfTheReader_SyncsForNobody()
    {
        await using var world = await OrgReaderWorld.CreateAsync(reps: 1);
        var admin = world.Engine.Sandbox.Org.Users.FindByUsername(EngineWorld.Admin)!.Id;
        var taken = TestRows.Connection(
            SequentialIds.Of(0xC9), TestStore.AdminId, world.Engine.Sandbox.Org.Id, admin);
        (await world.Engine.Store.Connections.SaveAsync(taken, Stop)).Should().BeFalse();

        var rep = world.UserIdOf(world.First);
        var reader = TestRows.Connection(
            SequentialIds.Of(0xC8), TestStore.AdminId, world.Engine.Sandbox.Org.Id, rep) with { IsOrgReader = true };
        (await world.Engine.Store.Connections.SaveAsync(reader, Stop)).Should().BeFalse();
    }
}
