using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Design section 5, rules 3, 4, 7, 8 and 12: what travels, which way, and what is shown.</summary>
public class TravelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule3_EditedHere_ArrivesThere()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first", ("Description", "kept"));
        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "second" });

        await world.RunAsync();

        world.FindThere(id)!.Text("Subject").Should().Be("second");
        world.FindThere(id)!.Text("Description").Should().Be("kept");
    }

    [Fact]
    public async Task Rule3_EditedThere_ArrivesHere()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("first");
        await world.RunAsync();
        var record = world.ListThere().Single();
        world.EditThere(record.Id, "Description", "from there");

        await world.RunAsync();

        (await world.FindHereAsync(task.Id))!.Content.Details.Should().Be("from there");
    }

    [Fact]
    public async Task Rule3_DeletedHere_GoesThere()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("short-lived");
        await world.RunAsync();
        await world.DeleteHereAsync(task.Id);
        world.Time.Advance(TimeSpan.FromSeconds(11));

        await world.RunAsync();

        world.ListThere().Should().BeEmpty();
        await world.SettleAsync();
        (await world.ListHereAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Rule3_DisjointEdits_BothSurvive()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "ours" });
        world.EditThere(id, "Description", "theirs");

        await world.SettleAsync();

        var here = await world.SingleHereAsync();
        (here.Content.Subject, here.Content.Details).Should().Be(("ours", "theirs"));
        world.FindThere(id)!.Text("Subject").Should().Be("ours");
        world.FindThere(id)!.Text("Description").Should().Be("theirs");
        here.Sync.Glyph.Should().Be(SyncGlyph.Merged);
    }

    [Fact]
    public async Task Rule3_PulledEdit_IsNotWrittenBack()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("first");
        await world.RunAsync();
        world.EditThere(id, "Subject", "second");
        await world.RunAsync();
        var stamp = world.FindThere(id)!.Moment("SystemModstamp");

        await world.RunAsync();

        world.FindThere(id)!.Moment("SystemModstamp").Should().Be(stamp);
    }

    [Fact]
    public async Task Rule4_CommandCenter_ShowsTodayAndTomorrowWhileEverythingIsInStep()
    {
        await using var world = await EngineWorld.CreateAsync();
        for (var day = -2; day <= 3; day++) world.AddThere($"due {day}", ("ActivityDate", world.Today.AddDays(day)));
        await world.RunAsync();

        var due = await world.Tasks.ListDueAsync(TestStore.RepId, world.Today, Stop);
        due.Today.Should().ContainSingle().Which.Content.Subject.Should().Be("due 0");
        due.Tomorrow.Should().ContainSingle().Which.Content.Subject.Should().Be("due 1");
        (due.OverdueCount, due.LaterCount).Should().Be((2, 2));
        (await world.ListHereAsync()).Should().HaveCount(6);

        var rolledOver = await world.Tasks.ListDueAsync(TestStore.RepId, world.Today.AddDays(1), Stop);
        rolledOver.Today.Should().ContainSingle().Which.Content.Subject.Should().Be("due 1");
    }

    [Fact]
    public async Task Rule7_CompletedHere_SendsTheFirstClosedStatus()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("to do");
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.Tasks.SetStatusAsync(TestStore.RepId, task.Id, ReminderStatus.Completed, Stop);

        await world.RunAsync();

        world.FindThere(id)!.Text("Status").Should().Be("Completed");
        world.FindThere(id)!.Flag("IsClosed").Should().BeTrue();
    }

    [Fact]
    public async Task Rule7_ReopenedHere_SendsTheLastOpenStatusSeen()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("to do", ("Status", "In Progress"));
        await world.RunAsync();
        var task = await world.SingleHereAsync();
        await world.Tasks.SetStatusAsync(TestStore.RepId, task.Id, ReminderStatus.Completed, Stop);
        await world.RunAsync();
        await world.Tasks.SetStatusAsync(TestStore.RepId, task.Id, ReminderStatus.Open, Stop);

        await world.RunAsync();

        world.FindThere(id)!.Text("Status").Should().Be("In Progress");
    }

    [Fact]
    public async Task Rule7_ForeignOpenStatus_IsKeptAndShownAsANote()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("to do", ("Status", "Waiting on someone else"), ("Priority", "Low"));
        await world.RunAsync();
        await world.EditHereAsync(await world.SingleHereAsync(), c => c with { Subject = "renamed" });

        await world.RunAsync();

        world.FindThere(id)!.Text("Status").Should().Be("Waiting on someone else");
        world.FindThere(id)!.Text("Priority").Should().Be("Low");
        (await world.SingleHereAsync()).Sync.ForeignStatus.Should().Be("Waiting on someone else");
    }

    [Fact]
    public async Task Rule8_TemplateChanged_WritesNothingByItself()
    {
        await using var world = await EngineWorld.CreateAsync();
        var task = await world.AddHereAsync("call Dana");
        await world.RunAsync();
        var record = world.ListThere().Single();
        var stamp = record.Moment("SystemModstamp");
        await SetTemplateAsync(world, "SI: {{activity_subject}}");

        await world.RunAsync();
        world.FindThere(record.Id)!.Moment("SystemModstamp").Should().Be(stamp);
        await world.EditHereAsync(task, c => c with { Subject = "call Ben" });
        await world.RunAsync();

        world.FindThere(record.Id)!.Text("Subject").Should().Be("SI: call Ben");
        (await world.FindHereAsync(task.Id))!.Content.Subject.Should().Be("call Ben");
    }

    [Fact]
    public async Task Rule8_TemplateNamesTheType_ATypeAloneWritesNothing()
    {
        await using var world = await EngineWorld.CreateAsync();
        await SetTemplateAsync(world, "[{{activity_type}}] {{activity_subject}}");
        var task = await world.AddHereAsync("call Dana");
        await world.RunAsync();
        var record = world.ListThere().Single();
        record.Text("Subject").Should().Be("[Custom] call Dana");

        await world.Tasks.EditAsync(TestStore.RepId, task, task.Content, ReminderType.Call, Stop);
        await world.RunAsync();
        world.FindThere(record.Id)!.Text("Subject").Should().Be("[Custom] call Dana");
        await world.EditHereAsync(task, c => c with { Subject = "call Ben" });
        await world.RunAsync();

        world.FindThere(record.Id)!.Text("Subject").Should().Be("[Call] call Ben");
    }

    [Fact]
    public async Task Rule8_RenamedThereUnderATemplate_IsNotedAndNotTaken()
    {
        await using var world = await EngineWorld.CreateAsync();
        await SetTemplateAsync(world, "SI: {{activity_subject}}");
        var task = await world.AddHereAsync("call Dana");
        await world.RunAsync();
        world.EditThere(world.ListThere().Single().Id, "Subject", "renamed there");

        await world.RunAsync();

        (await world.FindHereAsync(task.Id))!.Content.Subject.Should().Be("call Dana");
        (await world.LosersAsync(task.Id)).Should().Contain("renamed there");
    }

    [Fact]
    public async Task Rule12_InOnly_SendsNothing()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.InOnly);
        var id = world.AddThere("theirs");
        await world.RunAsync();
        var stamp = world.FindThere(id)!.Moment("SystemModstamp");
        await world.AddHereAsync("made here");
        await world.DeleteHereAsync((await world.ListHereAsync()).Single(t => t.Content.Subject == "theirs").Id);
        world.Time.Advance(TimeSpan.FromSeconds(11));

        await world.RunAsync();

        world.ListThere().Should().ContainSingle().Which.Moment("SystemModstamp").Should().Be(stamp);
    }

    [Fact]
    public async Task Rule12_InOnly_SyncedFieldsOfLinkedTasksAreReadOnlyHere()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.InOnly);
        world.AddThere("theirs");
        await world.RunAsync();
        var task = await world.SingleHereAsync();

        task.Sync.IsReadOnly.Should().BeTrue();
        (await world.Tasks.EditAsync(TestStore.RepId, task, task.Content with { Subject = "ours" }, task.Type, Stop))
            .Should().BeOfType<TaskSaveResult.Refused>();
    }

    [Fact]
    public async Task Rule12_OutOnly_NotesEditsThereAndSendsOnlyOurs()
    {
        await using var world = await EngineWorld.CreateAsync(TaskSyncMode.OutOnly);
        var task = await world.AddHereAsync("ours");
        await world.RunAsync();
        var id = world.ListThere().Single().Id;
        world.EditThere(id, "Description", "theirs");
        await world.RunAsync();
        await world.EditHereAsync(task, c => c with { Subject = "ours again" });

        await world.RunAsync();

        var here = (await world.FindHereAsync(task.Id))!;
        here.Content.Details.Should().BeNull();
        world.FindThere(id)!.Text("Subject").Should().Be("ours again");
        world.FindThere(id)!.Text("Description").Should().Be("theirs");
        (await world.LosersAsync(task.Id)).Should().Contain("theirs");
    }

    [Fact]
    public async Task Rule12_Off_KeepsTasksAndLinksAndCatchesUpWhenOnAgain()
    {
        await using var world = await EngineWorld.CreateAsync();
        var id = world.AddThere("before");
        await world.RunAsync();
        await world.Store.SetModeAsync(TaskSyncMode.Off, Stop);
        world.EditThere(id, "Subject", "while off");
        world.Time.Advance(TimeSpan.FromDays(3));
        (await world.RunAsync()).Outcome.Should().BeNull();
        (await world.SingleHereAsync()).Content.Subject.Should().Be("before");
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);

        await world.RunAsync();

        (await world.SingleHereAsync()).Content.Subject.Should().Be("while off");
    }

    private static async Task SetTemplateAsync(EngineWorld world, string template) =>
        (await world.Store.Settings.SaveTeamAsync(
            new SettingsEdit().Set(SettingKeys.SubjectTemplate, template), TestStore.Admin, Stop))
            .Should().BeOfType<SaveSettingsResult.Saved>();
}
