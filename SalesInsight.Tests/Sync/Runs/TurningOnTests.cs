using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rules 1, 2, 10 and 14: what comes in, what goes out, what stays.</summary>
public class TurningOnTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule1_TurningOn_BringsInWhatChangedInTheLast24Hours()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.Off, started: false);
        world.AddThere("two days old");
        world.Time.Advance(TimeSpan.FromDays(2));
        world.AddThere("of today", ("ActivityDate", world.Today));

        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);
        await world.RunAsync();

        var task = await world.SingleHereAsync();
        task.Content.Subject.Should().Be("of today");
        task.Content.DueDate.Should().Be(world.Today);
        task.Sync.Reason.Should().Be(ReasonCode.CreatedThere);
        task.Sync.Glyph.Should().Be(SyncGlyph.InStep);
    }

    [Fact]
    public async Task Rule1_AllOpenChosen_BringsInOldOpenTasksToo()
    {
        await using var world = await EngineWorld.CreateAsync(started: false);
        world.AddThere("two days old");
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Store.Settings.SaveAsync(
            TestStore.RepId, new SettingsEdit().Set(SettingKeys.FirstImport, FirstImport.AllOpen), TestStore.Rep, Stop);

        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Subject.Should().Be("two days old");
    }

    public static TheoryData<TaskSyncMode, ConflictRule, DeleteRule> EveryPolicy()
    {
        var policies = new TheoryData<TaskSyncMode, ConflictRule, DeleteRule>();
        foreach (var mode in new[] { TaskSyncMode.Both, TaskSyncMode.InOnly, TaskSyncMode.OutOnly })
            foreach (var conflict in Enum.GetValues<ConflictRule>())
                foreach (var delete in Enum.GetValues<DeleteRule>()) policies.Add(mode, conflict, delete);
        return policies;
    }

    [Theory, MemberData(nameof(EveryPolicy))]
    public async Task Rule1_FirstSync_WritesNothingToSalesforce(
        TaskSyncMode mode, ConflictRule conflict, DeleteRule delete)
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.Off, started: false);
        var older = await world.AddHereAsync("older here");
        var gone = await world.AddHereAsync("older and deleted here");
        await world.DeleteHereAsync(gone.Id);
        var there = world.AddThere("there", ("Description", "untouched"));
        var before = world.FindThere(there)!.Moment("SystemModstamp");
        var edit = new SettingsEdit().Set(SettingKeys.TaskSync, mode)
            .Set(SettingKeys.ConflictRule, conflict).Set(SettingKeys.DeleteRule, delete);
        (await world.Store.Settings.SaveAsync(TestStore.RepId, edit, TestStore.Rep, Stop))
            .Should().BeOfType<SaveSettingsResult.Saved>();

        await world.RunAsync();
        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Id.Should().Be(there);
        world.FindThere(there)!.Moment("SystemModstamp").Should().Be(before);
        (await world.FindHereAsync(older.Id))!.Sync.Glyph.Should().Be(SyncGlyph.OnlyHere);
    }

    [Fact]
    public async Task Rule1_Plan_SaysWhatWouldHappenAndWritesNothing()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.Off, started: false);
        await world.AddHereAsync("Renew the NDA", new TaskContent("") { DueDate = world.Today });
        world.AddThere("long ago, still open", ("ActivityDate", world.Today.AddDays(40)));
        world.Time.Advance(TimeSpan.FromDays(30));
        world.AddThere("renew  the nda ", ("ActivityDate", world.Today.AddDays(-30)));
        world.AddThere("New one");
        world.AddThere("Email: offer", ("TaskSubtype", "Email"), ("Status", "Completed"));

        world.Time.Advance(TimeSpan.FromSeconds(5));
        var result = await world.Store.Get<IFirstSync>().PreviewAsync(
            TestStore.RepId, TaskSyncMode.Both, FirstImport.Last24Hours, world.Today, Stop);

        var plan = result.Should().BeOfType<FirstSyncResult.Ready>().Subject.Plan;
        (plan.CreateHere, plan.LinkToYours, plan.Skip, plan.OpenOutside, plan.LocalOnly).Should().Be((1, 1, 1, 1, 0));
        plan.Rows.Single(r => r.Kind == FirstSyncPlan.Step.Skip).Why.Should().Be(ReasonCode.NotOursLogged);
        (await world.ListHereAsync()).Should().ContainSingle("a plan writes nothing");
    }

    [Fact]
    public async Task Rule2_MadeAfterwards_GoesOut()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("made here", new TaskContent("")
        {
            DueDate = world.Today, Details = "by phone", Priority = ReminderPriority.High,
        });

        await world.RunAsync();

        var record = world.ListThere().Should().ContainSingle().Subject;
        record.Text("Subject").Should().Be("made here");
        record.Date("ActivityDate").Should().Be(world.Today);
        record.Text("Description").Should().Be("by phone");
        record.Text("Priority").Should().Be("High");
        record.Text("OwnerId").Should().Be(world.RepId);
        (await world.FindHereAsync(task.Id))!.Sync.Glyph.Should().Be(SyncGlyph.InStep);
    }

    [Fact]
    public async Task Rule2_MadeWhileOff_StaysHereUntilSentByHand()
    {
        await using var world = await EngineWorld.CreateAsync();
        await world.Store.SetModeAsync(TaskSyncMode.Off, Stop);
        var task = await world.AddHereAsync("made while off");
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);
        await world.RunAsync();
        world.ListThere().Should().BeEmpty();

        await world.Tasks.SendByHandAsync(TestStore.RepId, task.Id, Stop);
        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Text("Subject").Should().Be("made while off");
    }

    [Fact]
    public async Task Rule10_NotOurs_StaysOut()
    {
        await using var world = await EngineWorld.CreateAsync();
        world.AddThere("Email: logged", ("TaskSubtype", "Email"), ("Status", "Completed"));
        world.AddThere("Call: logged", ("Status", "Completed"));
        world.AddThereAs(EngineWorld.OtherRep, "of a colleague");
        world.AddThere("series", ("IsRecurrence", true), ("RecurrenceType", "RecursDaily"), ("RecurrenceInterval", 1),
            ("RecurrenceStartDateOnly", world.Today), ("RecurrenceEndDateOnly", world.Today.AddDays(2)));
        world.AddThere("of another install",
            ("SalesInsight_Id__c", $"{new string('a', 32)}-{new string('b', 32)}"));

        await world.RunAsync();

        (await world.ListHereAsync()).Should().OnlyContain(t => t.Content.Subject == "series",
            "occurrences are plain tasks, their master is not");
    }

    [Fact]
    public async Task Rule14_ConfirmedLink_TakesSalesforcesContentAndKeepsOurs()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.Off, started: false);
        var here = await world.AddHereAsync("Renew the NDA", new TaskContent("") { Details = "ours" });
        var id = world.AddThere("renew the NDA", ("Description", "theirs"));
        world.Time.Advance(TimeSpan.FromSeconds(5));
        var door = world.Store.Get<IFirstSync>();
        var plan = ((FirstSyncResult.Ready)await door.PreviewAsync(
            TestStore.RepId, TaskSyncMode.Both, FirstImport.Last24Hours, world.Today, Stop)).Plan;
        await door.ConfirmLinksAsync(TestStore.RepId, plan, Stop);
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);

        await world.RunAsync();

        var task = await world.SingleHereAsync();
        task.Id.Should().Be(here.Id);
        task.Content.Details.Should().Be("theirs");
        (await world.LosersAsync(here.Id)).Should().Contain("ours").And.Contain("Renew the NDA");
        world.ListThere().Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Fact]
    public async Task Rule14_AlikeButNotConfirmed_IsNotLinked()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.Off, started: false);
        await world.AddHereAsync("Renew the NDA");
        world.AddThere("Renew the NDA");
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);

        await world.RunAsync();

        (await world.ListHereAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Rule1_FirstRunThatComesLate_MissesNothingSinceTurningOn()
    {
        await using var world = await EngineWorld.CreateAsync(started: false);
        world.AddThere("made just after turning on");

        world.Time.Advance(TimeSpan.FromDays(3));
        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Subject.Should().Be("made just after turning on");
    }
}
