using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using Xunit;
using ProblemCode = SalesInsight.Sync.Runs.TaskList.TaskSaveResult.ProblemCode;

namespace SalesInsight.Tests.Contracts;

/// <summary>What every list of reminder tasks promises its pages, in memory or in a database.</summary>
public abstract class ReminderTasksContract
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static Guid Rep => TestStore.RepId;

    private protected static Guid Colleague => TestStore.AdminId;

    /// <summary>The list of one test, empty at first; the rep and the colleague are known to it.</summary>
    private protected abstract IReminderTasks Tasks { get; }

    [Fact]
    public async Task Add_ThenFind_IsTheSameTask()
    {
        var content = new TaskContent(
            "Call Dana", Priority: ReminderPriority.High, DueDate: Today, Details: "line one\nline two",
            PersonId: "003000000000001AAA", RelatedId: "006000000000001AAA");

        var task = await AddAsync(content, ReminderType.Call);

        (await FindAsync(task))!.Content.Should().Be(content);
        (await FindAsync(task))!.Type.Should().Be(ReminderType.Call);
    }

    [Fact]
    public async Task Add_WithEveryProblem_NamesThemAllAndAddsNothing()
    {
        var typed = new TaskContent(
            "  ", DueDate: new(1699, 12, 31), Details: new string('x', 100_001), PersonId: "nobody", RelatedId: "-");

        var result = await Tasks.AddAsync(Rep, typed, ReminderType.Custom, Stop);

        result.Should().BeOfType<TaskSaveResult.Refused>().Which.Problems.Should().BeEquivalentTo(
        [
            new TaskSaveResult.Problem(TaskField.Subject, ProblemCode.SubjectEmpty),
            new TaskSaveResult.Problem(TaskField.DueDate, ProblemCode.DateOutOfRange),
            new TaskSaveResult.Problem(TaskField.Details, ProblemCode.DetailsTooLong),
            new TaskSaveResult.Problem(TaskField.Person, ProblemCode.IdMalformed),
            new TaskSaveResult.Problem(TaskField.Related, ProblemCode.IdMalformed),
        ]);
        (await Tasks.ListAsync(Rep, TaskFilter.Open, null, Today, 0, 10, Stop)).Total.Should().Be(0);
    }

    [Fact]
    public async Task Add_RepeatedWithItsId_AnswersTheTaskAsItStands()
    {
        var id = SequentialIds.Of(0xF001);
        var task = await AddAsync(id);
        await EditAsync(task, task.Content with { Subject = "Call Dana W" });

        var again = await AddAsync(id);

        again.Content.Subject.Should().Be("Call Dana W");
        (await Tasks.ListAsync(Rep, TaskFilter.Open, null, Today, 0, 10, Stop)).Total.Should().Be(1);
    }

    [Fact]
    public async Task Add_WithTheIdOfWhatIsNoMore_IsGone()
    {
        var id = SequentialIds.Of(0xF001);
        await AddAsync(id);
        await Tasks.DeleteAsync(Rep, id, Stop);

        (await Tasks.AddAsync(Rep, new TaskContent("Again"), ReminderType.Custom, Stop, id))
            .Should().BeOfType<TaskSaveResult.Gone>();
    }

    [Fact]
    public async Task Add_WithTheIdOfAnothersTask_IsGoneAndLeavesIt()
    {
        var id = SequentialIds.Of(0xF001);
        var task = await AddAsync(id);

        (await Tasks.AddAsync(Colleague, new TaskContent("Mine now"), ReminderType.Custom, Stop, id))
            .Should().BeOfType<TaskSaveResult.Gone>();
        (await FindAsync(task))!.Content.Subject.Should().Be("Call Dana");
    }

    [Fact]
    public async Task Edit_OfAnOldPicture_MergesWhatDoesNotClash()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { DueDate = Today });

        var result = await EditAsync(seen, seen.Content with { Subject = "Call Dana W" });

        result.Should().BeOfType<TaskSaveResult.Saved>().Which.Task.Content
            .Should().Be(new TaskContent("Call Dana W", DueDate: Today));
    }

    [Fact]
    public async Task Edit_OfAnOldPicture_WithAClashSavesNothing()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { Subject = "Theirs" });

        var result = await EditAsync(seen, seen.Content with { Subject = "Mine", DueDate = Today });

        var stale = result.Should().BeOfType<TaskSaveResult.Stale>().Subject;
        stale.Clashing.Should().Equal(TaskField.Subject);
        stale.Current.Content.Subject.Should().Be("Theirs");
        (await FindAsync(seen))!.Content.Should().Be(new TaskContent("Theirs"));
    }

    [Fact]
    public async Task Edit_ToTheSameOnBothSides_IsNoClash()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { Subject = "Same" });

        (await EditAsync(seen, seen.Content with { Subject = "Same" })).Should().BeOfType<TaskSaveResult.Saved>();
    }

    [Fact]
    public async Task Edit_AnswerOfAStaleOne_SavesOnTheNewPicture()
    {
        var seen = await AddAsync(new TaskContent("Call Dana"));
        await EditAsync(seen, seen.Content with { Subject = "Theirs" });
        var stale = (TaskSaveResult.Stale)await EditAsync(seen, seen.Content with { Subject = "Mine" });

        var result = await EditAsync(stale.Current, stale.Current.Content with { Subject = "Mine" });

        result.Should().BeOfType<TaskSaveResult.Saved>().Which.Task.Content.Subject.Should().Be("Mine");
    }

    [Fact]
    public async Task SetStatus_ThereAndBack_IsAsBefore()
    {
        var task = await AddAsync(new TaskContent("Call Dana", DueDate: Today));

        await Tasks.SetStatusAsync(Rep, task.Id, ReminderStatus.Completed, Stop);
        (await FindAsync(task))!.Content.Status.Should().Be(ReminderStatus.Completed);
        await Tasks.SetStatusAsync(Rep, task.Id, ReminderStatus.Open, Stop);

        (await FindAsync(task))!.Content.Should().Be(task.Content);
    }

    [Fact]
    public async Task Delete_ThenRestore_BringsItBackOnce()
    {
        var task = await AddAsync(new TaskContent("Call Dana", DueDate: Today));

        (await Tasks.DeleteAsync(Rep, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Saved>();
        (await FindAsync(task)).Should().BeNull();
        (await Tasks.DeleteAsync(Rep, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Gone>();
        (await Tasks.RestoreAsync(Rep, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Saved>();
        (await Tasks.RestoreAsync(Rep, task.Id, Stop)).Should().BeOfType<TaskSaveResult.Gone>();

        (await FindAsync(task))!.Content.Should().Be(task.Content);
    }

    [Fact]
    public async Task EveryDoor_ForAColleague_IsClosed()
    {
        var task = await AddAsync(new TaskContent("Mine", DueDate: Today.AddDays(-1)));

        (await Tasks.FindAsync(Colleague, task.Id, Stop)).Should().BeNull();
        (await Tasks.ListDueAsync(Colleague, Today, Stop)).OverdueCount.Should().Be(0);
        (await Tasks.MoveOverdueAsync(Colleague, Today, Stop)).Should().BeEmpty();
        TaskSaveResult[] answers =
        [
            await Tasks.EditAsync(Colleague, task, task.Content with { Subject = "Yours" }, task.Type, Stop),
            await Tasks.SetStatusAsync(Colleague, task.Id, ReminderStatus.Completed, Stop),
            await Tasks.DeleteAsync(Colleague, task.Id, Stop),
            await Tasks.RestoreAsync(Colleague, task.Id, Stop),
            await Tasks.SendByHandAsync(Colleague, task.Id, Stop),
            await Tasks.RetryAsync(Colleague, task.Id, Stop),
        ];

        answers.Should().AllBeOfType<TaskSaveResult.Gone>();
        (await FindAsync(task))!.Content.Should().Be(task.Content);
    }

    [Fact]
    public async Task ListDue_OfManyDays_ShowsTwoAndCountsTheRest()
    {
        foreach (var days in new int?[] { -9, -1, 0, 1, 2, 5, null })
            await AddAsync(new TaskContent($"in {days}", DueDate: days is { } d ? Today.AddDays(d) : null));
        var done = await AddAsync(new TaskContent("done", DueDate: Today));
        await Tasks.SetStatusAsync(Rep, done.Id, ReminderStatus.Completed, Stop);
        await AddAsync(new TaskContent("high", Priority: ReminderPriority.High, DueDate: Today));

        var due = await Tasks.ListDueAsync(Rep, Today, Stop);

        Names(due.Today).Should().Equal("high", "in 0", "done");
        Names(due.Tomorrow).Should().Equal("in 1");
        (due.OverdueCount, due.LaterCount, due.NoDateCount).Should().Be((2, 2, 1));
        (due.OldestOverdue!.Content.Subject, due.NextDue!.Content.Subject).Should().Be(("in -9", "in 2"));
    }

    [Theory]
    [InlineData(TaskFilter.Open, "in -1,in 0,in 1,in 2,in ")]
    [InlineData(TaskFilter.Overdue, "in -1")]
    [InlineData(TaskFilter.Later, "in 2")]
    [InlineData(TaskFilter.NoDate, "in ")]
    [InlineData(TaskFilter.Completed, "done")]
    public async Task List_EachFilter_ShowsItsPartByDate(TaskFilter filter, string names)
    {
        foreach (var days in new int?[] { null, 2, 1, 0, -1 })
            await AddAsync(new TaskContent($"in {days}", DueDate: days is { } d ? Today.AddDays(d) : null));
        var done = await AddAsync(new TaskContent("done", DueDate: Today.AddDays(-4)));
        await Tasks.SetStatusAsync(Rep, done.Id, ReminderStatus.Completed, Stop);

        var page = await Tasks.ListAsync(Rep, filter, null, Today, 0, 50, Stop);

        Names(page.Tasks).Should().Equal(names.Split(',').Select(n => n == "in " ? "in" : n));
        page.Total.Should().Be(page.Tasks.Count);
    }

    [Fact]
    public async Task List_SecondPage_GoesOnWhereTheFirstEnded()
    {
        for (var i = 0; i < 5; i++) await AddAsync(new TaskContent($"{i}", DueDate: Today.AddDays(i)));

        var page = await Tasks.ListAsync(Rep, TaskFilter.Open, null, Today, 2, 2, Stop);

        Names(page.Tasks).Should().Equal("2", "3");
        page.Total.Should().Be(5);
    }

    [Fact]
    public async Task MoveOverdue_OpenOnes_MoveAndTheAnswerSaysWhereTheyWere()
    {
        var late = await AddAsync(new TaskContent("late", DueDate: Today.AddDays(-3)));
        var done = await AddAsync(new TaskContent("done", DueDate: Today.AddDays(-3)));
        await Tasks.SetStatusAsync(Rep, done.Id, ReminderStatus.Completed, Stop);

        var moved = await Tasks.MoveOverdueAsync(Rep, Today, Stop);

        moved.Should().Equal(new Dictionary<Guid, DateOnly> { [late.Id] = Today.AddDays(-3) });
        (await FindAsync(late))!.Content.DueDate.Should().Be(Today);
        (await FindAsync(done))!.Content.DueDate.Should().Be(Today.AddDays(-3));
    }

    private static IEnumerable<string> Names(IEnumerable<TaskView> tasks) => tasks.Select(t => t.Content.Subject);

    private Task<TaskView?> FindAsync(TaskView task) => Tasks.FindAsync(Rep, task.Id, Stop);

    private async Task<TaskView> AddAsync(TaskContent content, ReminderType type = ReminderType.Custom) =>
        ((TaskSaveResult.Saved)await Tasks.AddAsync(Rep, content, type, Stop)).Task;

    private async Task<TaskView> AddAsync(Guid id) => ((TaskSaveResult.Saved)await Tasks.AddAsync(
        Rep, new TaskContent("Call Dana"), ReminderType.Custom, Stop, id)).Task;

    private Task<TaskSaveResult> EditAsync(TaskView seen, TaskContent content) =>
        Tasks.EditAsync(Rep, seen, content, seen.Type, Stop);
}
