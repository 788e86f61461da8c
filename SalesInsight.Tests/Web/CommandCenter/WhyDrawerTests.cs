using Bunit;
using FluentAssertions;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class WhyDrawerTests : TaskPageTest
{
    private readonly TaskView _task;

    public WhyDrawerTests() =>
        _task = Put("Prepare the renewal offer", Today, t => InState(t, SyncGlyph.Merged, ReasonCode.ConflictWonHere));

    [Fact]
    public void Open_FromTheNote_TellsWhatHappenedAndWhy()
    {
        Conflict();

        var page = Open();

        page.Find("dialog h2").TextContent.Should().Be("Prepare the renewal offer");
        var line = page.Find(".timeline li");
        line.TextContent.Should().Contain("09:16:00")
            .And.Contain("Both sides changed the same field. Yours stayed.")
            .And.Contain("Due date: theirs was Fri 27 Nov");
        line.QuerySelector(".code")!.TextContent.Should().Be("CONFLICT_WON_HERE");
    }

    [Fact]
    public void Note_AfterAConflict_NamesTheFieldAndWhoseValueStayed()
    {
        Conflict();

        var page = Render<CommandCenterPage>();

        page.Find(".note span").TextContent.Should().Be("Both sides changed the due date. Yours stayed.");
    }

    [Fact]
    public void Restore_LosingValue_IsAnEditOfThatFieldAlone()
    {
        Conflict();
        var page = Open();

        page.Find(".loser button").Click();

        Now.Content.Should().Be(_task.Content with { DueDate = new DateOnly(2026, 11, 27) });
        LastToast.Should().Be("Due date restored");
        page.FindAll(".loser").Should().BeEmpty("what is in place again needs no restoring");
    }

    [Fact]
    public void Restore_TaskGoneMeanwhile_SaysSo()
    {
        Conflict();
        var page = Open();
        Tasks.Remove(_task.Id);

        page.Find(".loser button").Click();

        LastToast.Should().Be("“Prepare the renewal offer” was deleted meanwhile");
    }

    [Fact]
    public void Loser_StatusOfTheOrg_IsShownButCannotBePutBack()
    {
        Tasks.Happened(_task.Id, Entry(ReasonCode.ConflictWonHere,
            losers: new HistoryEntry.Value(TaskField.Status, Side.Salesforce, "Waiting on someone else", "Open")));

        var page = Open();

        page.Find(".timeline li").TextContent.Should().Contain("theirs was Waiting on someone else");
        page.FindAll(".loser").Should().BeEmpty();
    }

    [Fact]
    public void History_MessageFromSalesforce_IsQuotedAsText()
    {
        var refused = Entry(ReasonCode.RefusedByRule) with { Message = "<b>no</b>", ErrorCode = "FIELD_CUSTOM" };
        Tasks.Happened(_task.Id, refused);

        var page = Open();

        page.Find(".timeline li").TextContent.Should().Contain("Salesforce says: “<b>no</b>”");
        page.Find(".timeline .code").TextContent.Should().Be("REFUSED_BY_RULE · FIELD_CUSTOM");
    }

    [Fact]
    public void History_None_SaysSo() => Open().Find("dialog").TextContent.Should()
        .Contain("Nothing has happened to this task between the two sides yet.");

    [Fact]
    public void History_DatabaseAway_SaysSoAndTriesAgain()
    {
        var page = Render<CommandCenterPage>();
        Tasks.Failure = new InvalidOperationException();
        page.Find(".note button").Click();

        page.Find("dialog").TextContent.Should().Contain("This list could not load");
        Tasks.Failure = null;
        page.Find("dialog .empty button").Click();
        page.FindAll(".timeline").Should().ContainSingle();
    }

    private TaskView Now => Tasks.FindAsync(Rep, _task.Id, Stop).Result!;

    private void Conflict() => Tasks.Happened(_task.Id, Entry(ReasonCode.ConflictWonHere,
        losers: new HistoryEntry.Value(TaskField.DueDate, Side.Salesforce, "2026-11-27", "2026-11-24")));

    private HistoryEntry Entry(ReasonCode reason, params HistoryEntry.Value[] losers) => new(
        SequentialIds.Of(9), Clock.GetUtcNow(), DecisionOutcome.Noted, reason, null, null, [], losers);

    private IRenderedComponent<CommandCenterPage> Open()
    {
        var page = Render<CommandCenterPage>();
        page.Find(".note button").Click();
        return page;
    }
}
