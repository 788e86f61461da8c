using Bunit;
using FluentAssertions;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class CommandCenterPageTests : TaskPageTest
{
    [Fact]
    public void Head_InAmsterdam_SaysDayAndZone()
    {
        var page = Render<CommandCenterPage>();

        page.Find("h1").TextContent.Should().Be("Command Center");
        page.Find(".page-head p").TextContent.Should().Be("Tuesday 24 November · Amsterdam time");
    }

    [Fact]
    public void List_TodayAndTomorrow_ShowsOnlyThose()
    {
        Put("Call Dana", Today);
        Put("Share the price list", Tomorrow);
        Put("Far away", Today.AddDays(9));
        Put("Some day", null);
        Put("Missed", Today.AddDays(-3));

        var page = Render<CommandCenterPage>();

        Names(page, "today").Should().Equal("Call Dana");
        Names(page, "tomorrow").Should().Equal("Share the price list");
        page.Find(".rest").TextContent.Should().Be("1 due later, 1 without a date. They are in step too, in All tasks");
        page.Find(".strip").TextContent.Should().Contain("1 overdue").And.Contain("oldest: Missed, due Sat 21 Nov");
    }

    [Fact]
    public void Empty_NothingTomorrow_SaysWhatComesNext()
    {
        Put("Share the Q4 price list", new(2026, 11, 26), t => t with { PersonCompany = "Ostrava Steel Works" });

        var page = Render<CommandCenterPage>();

        page.Find("section[aria-labelledby=tomorrow-head] .empty").TextContent.Should()
            .Contain("Nothing due tomorrow")
            .And.Contain("The next task is due Thu 26 Nov: Share the Q4 price list, Ostrava Steel Works.");
    }

    [Fact]
    public async Task Complete_Undone_IsOpenAgain()
    {
        var task = Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();

        page.Find("[role=checkbox]").Click();

        page.Find("[role=checkbox]").GetAttribute("aria-checked").Should().Be("true");
        LastToast.Should().Be("Completed “Call Dana”");
        await UndoAsync();
        Now(task).Content.Status.Should().Be(ReminderStatus.Open);
        Clock.Advance(LivePage.Gathering);
        page.Find("[role=checkbox]").GetAttribute("aria-checked").Should().Be("false");
    }

    [Fact]
    public async Task Delete_Undone_IsBack()
    {
        Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();

        page.Find("[data-row-key=Delete]").Click();

        Names(page, "today").Should().BeEmpty();
        LastToast.Should().Be("Deleted “Call Dana”");
        await UndoAsync();
        Elsewhere();
        Names(page, "today").Should().Equal("Call Dana");
    }

    [Fact]
    public async Task MoveAll_Undone_PutsEachBackWhereItWas()
    {
        var older = Put("Older", Today.AddDays(-5));
        var newer = Put("Newer", Today.AddDays(-1));
        var page = Render<CommandCenterPage>();

        page.Find(".strip button").Click();

        Names(page, "today").Should().Equal("Older", "Newer");
        LastToast.Should().Be("2 tasks moved to today");
        await UndoAsync();
        Now(older).Content.DueDate.Should().Be(Today.AddDays(-5));
        Now(newer).Content.DueDate.Should().Be(Today.AddDays(-1));
    }

    [Fact]
    public async Task MoveAll_UndoneAfterSomebodyChoseADate_LeavesThatDate()
    {
        var task = Put("Older", Today.AddDays(-5));
        var page = Render<CommandCenterPage>();
        page.Find(".strip button").Click();
        Tasks.Put(Rep, Now(task).Content with { DueDate = Today.AddDays(7) }, id: task.Id);

        await UndoAsync();

        Now(task).Content.DueDate.Should().Be(Today.AddDays(7));
    }

    [Fact]
    public async Task Tomorrow_FromARow_MovesAndNamesTheDay()
    {
        var task = Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();

        page.Find("[data-row-key=t]").Click();

        Names(page, "tomorrow").Should().Equal("Call Dana");
        LastToast.Should().Be("Moved “Call Dana” to Wed 25 Nov");
        await UndoAsync();
        Now(task).Content.DueDate.Should().Be(Today);
    }

    [Fact]
    public void Live_RowFromSalesforce_AppearsTintedForAMoment()
    {
        Put("Here before", Today);
        var page = Render<CommandCenterPage>();

        Put("Came in", Today, t => t with { ArrivedAt = Clock.GetUtcNow() });
        Elsewhere();

        page.Find(".task-row.new .open").TextContent.Trim().Should().Be("Came in");
        page.FindAll(".task-row.new").Should().ContainSingle();
        Clock.Advance(Arrivals.Fading);
        Elsewhere();
        page.FindAll(".task-row.new").Should().BeEmpty();
    }

    [Fact]
    public void Live_ManyChangesAtOnce_AreLookedAtOnce()
    {
        var page = Render<CommandCenterPage>();
        var before = Tasks.Looks;
        Put("Came in", Today);

        for (var i = 0; i < 50; i++) Tasks.Tell(Rep);
        Clock.Advance(LivePage.Gathering);

        Names(page, "today").Should().Equal("Came in");
        (Tasks.Looks - before).Should().Be(1);
    }

    [Fact]
    public void Midnight_InTheViewersZone_RollsOver()
    {
        Put("Tomorrow's work", Tomorrow);
        var page = Render<CommandCenterPage>();

        Clock.Advance(TimeSpan.FromHours(14.75));

        Names(page, "today").Should().Equal("Tomorrow's work");
        page.Find(".page-head p").TextContent.Should().StartWith("Wednesday 25 November");
    }

    [Fact]
    public void Midnight_TheOneAfterThat_RollsOverToo()
    {
        Put("Later work", Today.AddDays(2));
        var page = Render<CommandCenterPage>();

        Clock.Advance(TimeSpan.FromDays(2));

        Names(page, "today").Should().Equal("Later work");
    }

    [Fact]
    public void Load_DatabaseAway_SaysSoAndTriesAgain()
    {
        Tasks.Failure = new InvalidOperationException("secret subject");
        Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();

        page.Markup.Should().Contain("This list could not load").And.NotContain("secret subject");
        Tasks.Failure = null;
        page.Find(".empty button").Click();

        Names(page, "today").Should().Equal("Call Dana");
    }

    [Fact]
    public void Live_DatabaseAway_KeepsWhatIsShown()
    {
        Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();

        Tasks.Failure = new InvalidOperationException();
        Elsewhere();

        Names(page, "today").Should().Equal("Call Dana");
        page.Find(".banner").TextContent.Should().Contain("could not be read again");
    }

    [Fact]
    public void Act_DatabaseAway_SaysNotSavedAndChangesNothing()
    {
        var task = Put("Call Dana", Today);
        var page = Render<CommandCenterPage>();
        Tasks.Failure = new InvalidOperationException();

        page.Find("[role=checkbox]").Click();

        Tasks.Failure = null;
        Toasts.Shown.Should().ContainSingle().Which.Should().Match<SalesInsight.Web.Ui.Toast>(
            t => t.Text == "Could not save “Call Dana”" && t.IsBad);
        Now(task).Content.Status.Should().Be(ReminderStatus.Open);
    }

    [Fact]
    public void Banner_GrantTakenBack_SaysHowManyChangesWait()
    {
        Control.Status = FakeSyncControl.Quiet with { NeedsReconnect = true, WaitingChanges = 5 };

        var page = Render<CommandCenterPage>();

        page.Find(".banner").TextContent.Should().Contain("Salesforce took back its permission.")
            .And.Contain("5 changes wait here. Reconnect and they go out.");
    }

    [Fact]
    public void Banner_RunFailed_FollowsTheStatusLive()
    {
        var page = Render<CommandCenterPage>();

        Control.Status = FakeSyncControl.Quiet with { LastFault = FaultCode.DailyLimit };
        Elsewhere(LiveChange.Run);

        page.Find(".banner").TextContent.Should().Contain("Slower for now.");
    }

    [Fact]
    public void News_NewlyParked_IsToldPolitely()
    {
        var task = Put("Order form", Today);
        var page = Render<CommandCenterPage>();

        Tasks.Put(Rep, task.Content, t => InState(t, SyncGlyph.Parked, ReasonCode.RefusedByRule), task.Id);
        Elsewhere();

        page.Find("p[role=status].visually-hidden").TextContent.Should().Be("Not saved in Salesforce: Order form.");
    }

    [Fact]
    public void Held_ReviewedAndKept_IsAnswered()
    {
        var task = Put("Held one", Today);
        Held.Held.Add(task);
        Control.Status = FakeSyncControl.Quiet with { HeldCount = 12 };
        var page = Render<CommandCenterPage>();
        page.Find(".banner").TextContent.Should().Contain("12 deletions wait for you.");

        page.Find(".banner button").Click();
        page.Find("dialog li input").Change(true);
        page.FindAll("dialog footer button")[0].Click();

        Held.Answers.Should().Equal((task.Id, false));
        page.FindAll("dialog").Should().BeEmpty();
    }

    private TaskView Now(TaskView task) =>
        Tasks.FindAsync(Rep, task.Id, Stop).Result!;

    private static IEnumerable<string> Names(IRenderedComponent<CommandCenterPage> page, string section) =>
        page.FindAll($"section[aria-labelledby={section}-head] .open").Select(e => e.TextContent.Trim());
}
