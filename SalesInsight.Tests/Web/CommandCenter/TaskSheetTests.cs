using Bunit;
using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class TaskSheetTests : TaskPageTest
{
    private readonly TaskView _task;

    public TaskSheetTests() => _task = Put("Prepare the renewal offer", Today);

    [Fact]
    public void Save_Changed_IsSavedAndTheSheetCloses()
    {
        var page = Open();

        page.Find("#task-subject").Input("Prepare the offer");
        page.Find("#task-due").Change("2026-11-25");
        page.Find("#task-form").Submit();

        Now.Content.Should().Be(_task.Content with { Subject = "Prepare the offer", DueDate = Tomorrow });
        LastToast.Should().Be("Saved “Prepare the offer”");
        page.FindAll("dialog").Should().BeEmpty();
    }

    [Fact]
    public async Task Save_Undone_IsAsItWas()
    {
        var page = Open();
        page.Find("#task-subject").Input("Prepare the offer");
        page.Find("#task-form").Submit();

        await UndoAsync();

        Now.Content.Should().Be(_task.Content);
    }

    [Fact]
    public void Save_SeveralProblems_ShowsEachByItsFieldAndKeepsAll()
    {
        var page = Open();
        var longText = new string('x', 256);

        page.Find("#task-subject").Input(longText);
        page.Find("#task-due").Change("1600-01-01");
        page.Find("#task-form").Submit();

        page.Find("#task-subject-problem").TextContent.Should().Contain("at most 255 characters");
        page.Find("#task-due-problem").TextContent.Should().Contain("between 1 Jan 1700 and 31 Dec 4000");
        page.Find("#task-subject").GetAttribute("value").Should().Be(longText);
        page.Find("#task-due").GetAttribute("value").Should().Be("1600-01-01");
        Now.Should().Be(_task);
    }

    [Fact]
    public void Save_YearNoDateCanHold_IsAProblemNotAnEmptyDate()
    {
        var page = Open();

        page.Find("#task-due").Change("20261-01-01");
        page.Find("#task-form").Submit();

        page.Find("#task-due-problem").TextContent.Should().Contain("Choose a date");
        Now.Content.DueDate.Should().Be(Today);
    }

    [Fact]
    public void Save_OtherFieldChangedMeanwhile_BothSurvive()
    {
        var page = Open();
        Tasks.Put(Rep, _task.Content with { DueDate = Tomorrow }, id: _task.Id);

        page.Find("#task-subject").Input("Mine");
        page.Find("#task-form").Submit();

        Now.Content.Should().Be(_task.Content with { Subject = "Mine", DueDate = Tomorrow });
    }

    [Theory]
    [InlineData("Keep mine", "Mine")]
    [InlineData("Take theirs", "Theirs")]
    public void Save_SameFieldChangedMeanwhile_ShowsBothAndThePersonDecides(string choice, string survivor)
    {
        var page = Open();
        Tasks.Put(Rep, _task.Content with { Subject = "Theirs", DueDate = Tomorrow }, id: _task.Id);

        page.Find("#task-subject").Input("Mine");
        page.Find("#task-form").Submit();

        page.Find(".clash").TextContent.Should().Contain("Mine").And.Contain("Theirs");
        Now.Content.Subject.Should().Be("Theirs");
        page.FindAll(".clash button").Single(b => b.TextContent == choice).Click();
        Now.Content.Should().Be(_task.Content with { Subject = survivor, DueDate = Tomorrow });
        page.FindAll("dialog").Should().BeEmpty();
    }

    [Fact]
    public void Save_DeletedMeanwhile_SaysSoAndCanBeAddedAnew()
    {
        var page = Open();
        Tasks.Remove(_task.Id);

        page.Find("#task-subject").Input("Mine");
        page.Find("#task-form").Submit();

        page.Find(".banner").TextContent.Should().Contain("This task was deleted meanwhile.");
        page.Find("#task-subject").GetAttribute("value").Should().Be("Mine");
        page.Find(".banner button").Click();
        page.FindAll(".open").Select(e => e.TextContent.Trim()).Should().Equal("Mine");
    }

    [Fact]
    public void Save_DatabaseAway_StaysOpenWithWhatWasTyped()
    {
        var page = Open();
        Tasks.Failure = new InvalidOperationException();

        page.Find("#task-subject").Input("Mine");
        page.Find("#task-form").Submit();

        page.Find("#task-subject").GetAttribute("value").Should().Be("Mine");
        LastToast.Should().Contain("Nothing you typed is lost.");
    }

    [Fact]
    public async Task Close_WithUnsavedChanges_CanBeHadBack()
    {
        var page = Open();
        page.Find("#task-subject").Input("Half typed");

        page.Find("dialog .close").Click();

        page.FindAll("dialog").Should().BeEmpty();
        LastToast.Should().Be("Closed without saving “Half typed”");
        await UndoAsync();
        page.Find("#task-subject").GetAttribute("value").Should().Be("Half typed");
    }

    [Fact]
    public void Close_Unchanged_SaysNothing()
    {
        var page = Open();

        page.Find("dialog .close").Click();

        Toasts.Shown.Should().BeEmpty();
    }

    [Fact]
    public void Person_ChosenFromTheList_IsLinked()
    {
        Tasks.People.Add(new KnownRecord("003000000000001AAA", "Contact", "Dana Whitfield", "Brightwater Logistics"));
        var page = Open();

        page.Find("#task-person").Input("dana");
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForElement("#task-person-list li").TextContent.Should().Contain("Brightwater Logistics");
        page.Find("#task-person").KeyDown("Enter");
        page.Find("#task-form").Submit();

        Now.Content.PersonId.Should().Be("003000000000001AAA");
        page.Find(".person").TextContent.Should().Contain("Dana Whitfield");
    }

    [Fact]
    public void Person_TypedButNotChosen_IsNotSavedAndNotLost()
    {
        var page = Open();

        page.Find("#task-person").Input("Nobody we know");
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => page.Find("#task-person-hint").TextContent.Should().Contain("Choose one"));
        page.Find("#task-form").Submit();

        page.WaitForAssertion(
            () => page.Find("dialog footer").TextContent.Should().Contain("Choose one from the list"));
        page.Find("#task-person").GetAttribute("value").Should().Be("Nobody we know");
        Now.Should().Be(_task);
    }

    [Fact]
    public void ReadOnly_Task_LocksTheSyncedFieldsAndSaysWhy()
    {
        Tasks.Put(Rep, _task.Content, t => t with { Sync = t.Sync with { IsReadOnly = true } }, _task.Id);

        var page = Open();

        page.FindAll("#task-subject, #task-due, #task-priority, #task-person, #task-related, #task-details")
            .Should().OnlyContain(field => field.HasAttribute("disabled"));
        page.Find(".locked").TextContent.Should().Contain("Only the type is yours to choose.");
        page.FindAll(".choice input")[0].Change(true);
        page.Find("#task-form").Submit();
        Now.Type.Should().Be(ReminderType.Call);
    }

    private TaskView Now => Tasks.FindAsync(Rep, _task.Id, Stop).Result!;

    private IRenderedComponent<CommandCenterPage> Open()
    {
        var page = Render<CommandCenterPage>();
        page.Find(".open").Click();
        return page;
    }
}
