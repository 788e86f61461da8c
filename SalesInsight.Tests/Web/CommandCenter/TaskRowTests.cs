using Bunit;
using FluentAssertions;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Tests.Support;
using SalesInsight.Web.CommandCenter;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

public class TaskRowTests : TaskPageTest
{
    [Fact]
    public void Row_HtmlFromSalesforce_IsShownAsText()
    {
        const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
        Put(Hostile, Today, t => t with
        {
            PersonName = Hostile, PersonCompany = Hostile, RelatedName = Hostile,
            Sync = t.Sync with { Glyph = SyncGlyph.InStep, ForeignStatus = Hostile },
        });

        var page = Render<CommandCenterPage>();

        page.FindAll(".task-row img, .task-row script").Should().BeEmpty();
        page.Find(".open").TextContent.Trim().Should().Be(Hostile);
        page.Find(".note").TextContent.Should().Contain($"In Salesforce: {Hostile}");
    }

    [Fact]
    public void Row_InStep_TellsSinceWhenInWords()
    {
        Put("Call Dana", Today, t => InState(t, SyncGlyph.InStep, ReasonCode.InStep));

        var page = Render<CommandCenterPage>();

        page.Find(".glyph").GetAttribute("aria-label").Should()
            .Be("In step as of 12 s ago. Both sides hold the same values.");
    }

    [Fact]
    public void Row_InStepAndLookedAtLater_TellsTheAgeOfThatMoment()
    {
        Put("Call Dana", Today, t => InState(t, SyncGlyph.InStep, ReasonCode.InStep));
        var page = Render<CommandCenterPage>();

        Clock.Advance(TimeSpan.FromMinutes(3));
        page.Find(".glyph").Focus();

        page.Find(".glyph .tip").TextContent.Should().Contain("In step as of 3 min ago");
    }

    [Fact]
    public void Row_RunEndedSince_IsInStepAsOfThatRun()
    {
        Control.Status = FakeSyncControl.Quiet with { LastSuccess = Clock.GetUtcNow().AddSeconds(-5) };
        Put("Call Dana", Today, t => InState(t, SyncGlyph.InStep, ReasonCode.InStep));

        var page = Render<CommandCenterPage>();

        page.Find(".glyph").GetAttribute("aria-label").Should().StartWith("In step as of 5 s ago");
    }

    [Theory]
    [InlineData(FaultCode.ValidationRule, "Close date must be in the future", "Fix it",
        "Not saved in Salesforce: a validation rule there says “Close date must be in the future”")]
    [InlineData(FaultCode.NoAccess, "INSUFFICIENT_ACCESS", "Try again",
        "Not saved in Salesforce: you may not change this record, or one it points to.")]
    public void Row_Parked_SaysWhyAndOffersWhatHelps(FaultCode fault, string message, string button, string sentence)
    {
        Put("Order form", Today, t => InState(t, SyncGlyph.Parked, ReasonCode.RefusedByRule) with
        {
            Sync = new TaskSyncState(
                SyncGlyph.Parked, ReasonCode.RefusedByRule, null, fault, "CODE", message),
        });

        var page = Render<CommandCenterPage>();

        Words(page.Find(".note > span").TextContent).Should().Be(sentence);
        page.Find(".note button").TextContent.Should().Be(button);
    }

    [Fact]
    public void Row_ParkedAndTriedAgain_IsAskedFor()
    {
        var task = Put("Order form", Today, t => InState(t, SyncGlyph.Parked, ReasonCode.RefusedByRights));
        var page = Render<CommandCenterPage>();

        page.Find(".note button").Click();

        Tasks.Asked.Should().Equal(("retry", task.Id));
        LastToast.Should().Be("Trying “Order form” again");
    }

    [Fact]
    public void Row_OutOfSight_SaysThatItStays()
    {
        Put("Gone there?", Today, t => InState(t, SyncGlyph.OutOfSight, ReasonCode.OutOfSight));

        var page = Render<CommandCenterPage>();

        page.Find(".note").TextContent.Should().Contain(
            "Salesforce no longer shows you this task. That is not the same as deleted, so it stays here and waits.");
    }

    [Fact]
    public void Row_ReadOnly_CannotBeCompletedOrMovedAndSaysWhy()
    {
        Put("Theirs", Today, t => t with { Sync = t.Sync with { IsReadOnly = true } });

        var page = Render<CommandCenterPage>();

        var check = page.Find("[role=checkbox]");
        check.HasAttribute("disabled").Should().BeTrue();
        check.GetAttribute("title").Should().Be("Salesforce tasks appear here and are changed there.");
        page.Find("[data-row-key=t]").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Row_NamesOfButtons_SayWhichTask()
    {
        Put("Call Dana", Today);

        var page = Render<CommandCenterPage>();

        page.FindAll(".task-row button:not([hidden]):not(.open)").Select(b => b.GetAttribute("aria-label"))
            .Should().OnlyContain(label => !string.IsNullOrEmpty(label));
        page.Find("[data-row-key=e]").GetAttribute("aria-label").Should().Be("Edit “Call Dana”");
    }

    [Fact]
    public void Menu_OnlyHere_SendsByHand()
    {
        var task = Put("Older", Today, t => InState(t, SyncGlyph.OnlyHere, ReasonCode.OlderThanSync));
        var page = Render<CommandCenterPage>();

        page.Find($"#more-{task.Id}").Click();
        page.FindAll("#task-menu button").Single(b => b.TextContent.Contains("Send to Salesforce")).Click();

        Tasks.Asked.Should().Equal(("send", task.Id));
        LastToast.Should().Be("“Older” goes to Salesforce");
    }

    [Theory]
    [InlineData("https://halden.my.salesforce.com/00T1", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Menu_AddressOfTheRecord_IsALinkOnlyToTheWeb(string address, bool isLink)
    {
        var task = Put("Linked", Today, t => t with { SalesforceUrl = new Uri(address) });
        var page = Render<CommandCenterPage>();

        page.Find($"#more-{task.Id}").Click();

        page.FindAll("#task-menu a").Should().HaveCount(isLink ? 1 : 0);
    }

    [Fact]
    public void Row_SubjectEmpty_HasANameToPress()
    {
        Put("", Today);

        var page = Render<CommandCenterPage>();

        page.Find(".open").TextContent.Trim().Should().Be("(no name)");
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
