using Bunit;
using FluentAssertions;
using SalesInsight.Sync.Reminders;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class AddTaskTests : TaskPageTest
{
    public AddTaskTests() => Put("Here already", Today);

    [Fact]
    public void Add_Enter_AddsForThatDayAndStaysReady()
    {
        var page = Render<CommandCenterPage>();

        page.Find("#add-today").Input("  Call Dana ");
        page.Find("form.add").Submit();

        page.FindAll("section[aria-labelledby=today-head] .open").Select(e => e.TextContent.Trim())
            .Should().Equal("Here already", "Call Dana");
        page.Find("#add-today").GetAttribute("value").Should().BeEmpty();
    }

    [Theory]
    [InlineData("   ", "A task needs a name.")]
    [InlineData(300, "A name has at most 255 characters, as in Salesforce. Put the rest into the details.")]
    public void Add_Refused_SaysWhyAndKeepsWhatWasTyped(object typed, string sentence)
    {
        var text = typed as string ?? new string('x', (int)typed);
        var page = Render<CommandCenterPage>();

        page.Find("#add-today").Input(text);
        page.Find("form.add").Submit();

        page.Find("#add-today-problem").TextContent.Should().Be(sentence);
        page.Find("#add-today").GetAttribute("value").Should().Be(text);
        page.Find("#add-today").GetAttribute("aria-invalid").Should().Be("true");
    }

    [Fact]
    public void Add_DatabaseAway_KeepsWhatWasTyped()
    {
        var page = Render<CommandCenterPage>();
        Tasks.Failure = new InvalidOperationException();

        page.Find("#add-today").Input("Call Dana");
        page.Find("form.add").Submit();

        page.Find("#add-today").GetAttribute("value").Should().Be("Call Dana");
        page.Find("#add-today-problem").TextContent.Should().Contain("Nothing you typed is lost.");
    }

    [Fact]
    public void Add_MoreFields_OpensTheSheetWithWhatWasTyped()
    {
        var page = Render<CommandCenterPage>();
        page.Find("#add-today").Input("Call Dana");

        page.Find("form.add .link-button").Click();

        page.Find("#task-subject").GetAttribute("value").Should().Be("Call Dana");
        page.Find("#task-due").GetAttribute("value").Should().Be("2026-11-24");
        page.Find("#task-priority").Change(nameof(ReminderPriority.High));
        page.Find("#task-form").Submit();
        page.Find(".task-row .priority").TextContent.Should().Contain("High");
        page.FindAll("dialog").Should().BeEmpty();
    }

    [Fact]
    public void Empty_AddForTomorrow_OpensTheRowForTomorrow()
    {
        var page = Render<CommandCenterPage>();

        page.Find("section[aria-labelledby=tomorrow-head] .empty button").Click();
        page.Find("#add-tomorrow").Input("Renew the NDA");
        page.FindAll("form.add")[1].Submit();

        page.Find("section[aria-labelledby=tomorrow-head] .open").TextContent.Trim().Should().Be("Renew the NDA");
    }
}
