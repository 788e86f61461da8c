using FluentAssertions;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using Xunit;
using ProblemCode = SalesInsight.Sync.Runs.TaskList.TaskSaveResult.ProblemCode;

namespace SalesInsight.Tests.Sync.Storage.Tasks;

public sealed class ReminderTasksTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private TestStore _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IReminderTasks Tasks => _store.Get<IReminderTasks>();

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // what is typed, and every problem it has
    public static TheoryData<TaskContent, (TaskField, ProblemCode)[]> BadInput => new()
    {
        { new TaskContent("   "), [(TaskField.Subject, ProblemCode.SubjectEmpty)] },
        { new TaskContent(new string('x', 256)), [(TaskField.Subject, ProblemCode.SubjectTooLong)] },
        { new TaskContent("a", Details: new string('x', 100_001)), [(TaskField.Details, ProblemCode.DetailsTooLong)] },
        { new TaskContent("a", DueDate: new(1699, 12, 31)), [(TaskField.DueDate, ProblemCode.DateOutOfRange)] },
        { new TaskContent("a", DueDate: new(4001, 1, 1)), [(TaskField.DueDate, ProblemCode.DateOutOfRange)] },
        { new TaskContent("a", PersonId: "003' OR 1=1 --x"), [(TaskField.Person, ProblemCode.IdMalformed)] },
        {
            new TaskContent("", DueDate: new(9999, 1, 1), RelatedId: "x"),
            [
                (TaskField.Subject, ProblemCode.SubjectEmpty), (TaskField.DueDate, ProblemCode.DateOutOfRange),
                (TaskField.Related, ProblemCode.IdMalformed),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Add_BadInput_IsRefusedWithEveryProblemAndLeavesNothing(
        TaskContent typed, (TaskField, ProblemCode)[] problems)
    {
        var result = await Tasks.AddAsync(TestStore.RepId, typed, ReminderType.Call, Stop);

        result.Should().BeOfType<TaskSaveResult.Refused>()
            .Which.Problems.Select(p => (p.Field, p.Code)).Should().BeEquivalentTo(problems);
        (await ListAsync()).Total.Should().Be(0);
        _store.Runs.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Add_ValuesAtTheLimits_AreKeptWhole()
    {
        var typed = new TaskContent(
            $" {new string('x', 255)} ", DueDate: new(1700, 1, 1), Details: new string('y', 100_000));

        var task = await AddAsync(typed);

        task.Content.Should().Be(typed with { Subject = new string('x', 255) });
    }

    [Theory]
    [InlineData(TaskSyncMode.Off, SyncGlyph.Off, ReasonCode.OlderThanSync)]
    [InlineData(TaskSyncMode.InOnly, SyncGlyph.OnlyHere, ReasonCode.MadeWhileOff)]
    [InlineData(TaskSyncMode.OutOnly, SyncGlyph.Sending, ReasonCode.CreatedHere)]
    [InlineData(TaskSyncMode.Both, SyncGlyph.Sending, ReasonCode.CreatedHere)]
    public async Task Add_UnderEachMode_GoesOutOnlyIfTheModeSends(TaskSyncMode mode, SyncGlyph glyph, ReasonCode reason)
    {
        await _store.SetModeAsync(mode, Stop);

        var task = await AddAsync(new TaskContent("Call Dana"));

        (task.Sync.Glyph, task.Sync.Reason).Should().Be((glyph, reason));
        var staged = await _store.Sync.StageLocalAsync(TestStore.ConnectionId, 10, Stop);
        staged.Select(s => s.Task.Id).Should().Equal(glyph == SyncGlyph.Sending ? [task.Id] : []);
    }

    [Fact]
    public async Task Add_BeforeTheSyncIsTurnedOn_StaysHereUntilSentByHand()
    {
        var older = await AddAsync(new TaskContent("Older"));
        _store.Time.Advance(TimeSpan.FromSeconds(1));
        await _store.SetModeAsync(TaskSyncMode.Both, Stop);

        (await Tasks.FindAsync(TestStore.RepId, older.Id, Stop))!.Sync.Reason.Should().Be(ReasonCode.OlderThanSync);
        (await _store.Sync.StageLocalAsync(TestStore.ConnectionId, 10, Stop)).Should().BeEmpty();

        await Tasks.SendByHandAsync(TestStore.RepId, older.Id, Stop);
        (await _store.Sync.StageLocalAsync(TestStore.ConnectionId, 10, Stop)).Should().ContainSingle();
    }

    [Fact]
    public async Task Edit_SameFieldInTwoTabs_SecondIsStaleAndNothingIsLost()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { Subject = "Call Dana today" });

        var result = await EditAsync(seen, seen.Content with { Subject = "Call Dana tomorrow", Details = "notes" });

        var stale = result.Should().BeOfType<TaskSaveResult.Stale>().Subject;
        stale.Clashing.Should().Equal(TaskField.Subject);
        stale.Current.Content.Should().Be(new TaskContent("Call Dana today"));
        (await Tasks.FindAsync(TestStore.RepId, seen.Id, Stop))!.Version.Should().Be(2);
    }

    [Fact]
    public async Task Edit_DifferentFieldsInTwoTabs_BothSurvive()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { Subject = "Call Dana today" });

        var result = await EditAsync(seen, seen.Content with { DueDate = Today });

        result.Should().BeOfType<TaskSaveResult.Saved>().Which.Task.Content
            .Should().Be(new TaskContent("Call Dana today", DueDate: Today));
    }

    [Fact]
    public async Task AnyDoor_TaskOfAColleague_IsGone()
    {
        var task = await AddAsync(new TaskContent("Mine"));
        var colleague = TestStore.AdminId;

        (await Tasks.FindAsync(colleague, task.Id, Stop)).Should().BeNull();
        (await Tasks.HistoryAsync(colleague, task.Id, Stop)).Should().BeEmpty();
        (await Tasks.DeleteAsync(colleague, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Gone>();
        (await Tasks.EditAsync(colleague, task, task.Content with { Subject = "Yours" }, task.Type, Stop))
            .Should().BeOfType<TaskSaveResult.Gone>();
        (await Tasks.FindAsync(TestStore.RepId, task.Id, Stop)).Should().BeEquivalentTo(task);
    }

    [Fact]
    public async Task Restore_AfterDelete_BringsItBackOnce()
    {
        var task = await AddAsync(new TaskContent("Call Dana"));

        await Tasks.DeleteAsync(TestStore.RepId, task.Id, Stop);
        (await ListAsync()).Total.Should().Be(0);

        var restored = await Tasks.RestoreAsync(TestStore.RepId, task.Id, Stop);
        restored.Should().BeOfType<TaskSaveResult.Saved>().Which.Task.Content.Should().Be(task.Content);
        (await Tasks.RestoreAsync(TestStore.RepId, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Gone>();
    }

    [Fact]
    public async Task ListDue_TasksOfManyDays_ShowsTodayAndTomorrowAndCountsTheRest()
    {
        foreach (var days in new int?[] { -9, -1, 0, 1, 2, 5, null })
            await AddAsync(new TaskContent($"in {days}", DueDate: days is { } d ? Today.AddDays(d) : null));
        var done = await AddAsync(new TaskContent("done", DueDate: Today));
        await Tasks.SetStatusAsync(TestStore.RepId, done.Id, ReminderStatus.Completed, Stop);
        await AddAsync(new TaskContent("high", Priority: ReminderPriority.High, DueDate: Today));

        var due = await Tasks.ListDueAsync(TestStore.RepId, Today, Stop);

        due.Today.Select(t => t.Content.Subject).Should().Equal("high", "in 0", "done");
        due.Tomorrow.Select(t => t.Content.Subject).Should().Equal("in 1");
        (due.OverdueCount, due.LaterCount, due.NoDateCount).Should().Be((2, 2, 1));
        (due.OldestOverdue!.Content.Subject, due.NextDue!.Content.Subject).Should().Be(("in -9", "in 2"));
    }

    [Theory]
    [InlineData("100%", 1)]
    [InlineData("_", 0)]
    [InlineData("call", 1)]
    [InlineData("' OR 1=1", 0)]
    public async Task List_SearchWithSpecialCharacters_TakesThemLiterally(string search, int found)
    {
        await AddAsync(new TaskContent("Give 100% discount"));
        await AddAsync(new TaskContent("Call Dana"));

        (await ListAsync(search)).Total.Should().Be(found);
    }

    [Fact]
    public async Task MoveOverdue_OpenOnes_MoveToTodayAndSayWhereTheyWere()
    {
        var late = await AddAsync(new TaskContent("late", DueDate: Today.AddDays(-3)));
        await AddAsync(new TaskContent("later", DueDate: Today.AddDays(3)));

        var moved = await Tasks.MoveOverdueAsync(TestStore.RepId, Today, Stop);

        moved.Should().Equal(new Dictionary<Guid, DateOnly> { [late.Id] = Today.AddDays(-3) });
        (await Tasks.FindAsync(TestStore.RepId, late.Id, Stop))!.Content.DueDate.Should().Be(Today);
    }

    [Fact]
    public async Task AnyChange_Saved_TellsThePagesAndAsksForARun()
    {
        var told = new List<LiveChange>();
        using var listening = _store.Live.Listen(TestStore.RepId, told.Add);

        await AddAsync(new TaskContent("Call Dana"));

        told.Should().Equal(LiveChange.Tasks);
        _store.Runs.Requests.Should().Equal((TestStore.RepId, RunReason.LocalChange));
    }

    private Task<TaskPage> ListAsync(string? search = null) =>
        Tasks.ListAsync(TestStore.RepId, TaskFilter.Open, search, Today, 0, 50, Stop);

    private async Task<TaskView> AddAsync(TaskContent content) =>
        (await Tasks.AddAsync(TestStore.RepId, content, ReminderType.Call, Stop))
        .Should().BeOfType<TaskSaveResult.Saved>().Subject.Task;

    private Task<TaskSaveResult> EditAsync(TaskView seen, TaskContent content) =>
        Tasks.EditAsync(TestStore.RepId, seen, content, seen.Type, Stop);
}
