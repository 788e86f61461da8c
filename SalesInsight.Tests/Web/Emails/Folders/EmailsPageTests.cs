using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Web.CommandCenter;
using SalesInsight.Web.Emails;
using SalesInsight.Web.Emails.Folders;
using static SalesInsight.Sync.EmailLog.EmailCase;
using static SalesInsight.Sync.EmailLog.EmailView;
using Kind = SalesInsight.Sync.EmailDelivery.EmailFolder.Kind;

namespace SalesInsight.Tests.Web.Emails.Folders;

public sealed class EmailsPageTests : TaskPageTest
{
    private readonly FakeFolders _folders = new();
    private readonly FakeEmailCases _cases = new();
    private readonly FakePeopleSearch _people = new();

    public EmailsPageTests()
    {
        Services.AddEmailPages();
        Services.AddSingleton<IOutgoingEmails>(_folders);
        Services.AddSingleton<IEmailCases>(_cases);
        Services.AddSingleton<IPeopleSearch>(_people);
        Control.Status = FakeSyncControl.Quiet;
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Folders_EachWithItsCount_AreLinks()
    {
        _folders.Put(Kind.Sent, "One");
        _folders.Put(Kind.Sent, "Two");
        _folders.Put(Kind.Undelivered, "Three");

        var page = Render<EmailsPage>();

        page.FindAll(".filters a").Select(a => a.TextContent.Trim()).Should().Equal(
            "Sent2", "Pending0", "Undelivered1", "Drafts0", "Replies0", "Archived0", "Deleted0");
        page.FindAll(".open").Select(Text).Should().Equal("One", "Two");
    }

    [Theory]
    [InlineData("emails?folder=undelivered", "Lost")]
    [InlineData("emails?q=LAT", "Later")]
    [InlineData("emails?folder=nonsense&page=-4", "Later")]
    public void Page_OpenedByItsAddress_ListsWhatTheAddressSays(string address, string subject)
    {
        _folders.Put(Kind.Sent, "Later");
        _folders.Put(Kind.Undelivered, "Lost");
        Address.NavigateTo(address);

        Render<EmailsPage>().FindAll(".open").Select(Text).Should().Equal(subject);
    }

    [Fact]
    public void Pages_MoreThanFifty_AreTurned()
    {
        for (var i = 0; i < 120; i++) _folders.Put(Kind.Sent, $"Mail {i}");
        Address.NavigateTo("emails?page=99");

        var page = Render<EmailsPage>();

        page.FindAll(".open").Should().HaveCount(20);
        Text(page.Find(".pages")).Should().Be("Back 101 to 120 of 120 Next");
    }

    [Theory]
    [InlineData(Kind.Sent, "No email has been sent yet")]
    [InlineData(Kind.Pending, "Nothing is on its way")]
    [InlineData(Kind.Undelivered, "Everything arrived")]
    [InlineData(Kind.Drafts, "No drafts")]
    [InlineData(Kind.Replies, "No replies yet")]
    [InlineData(Kind.Archived, "Nothing is archived")]
    [InlineData(Kind.Deleted, "Nothing was deleted")]
    public void Empty_EachFolder_HasItsOwnWords(Kind folder, string words)
    {
        Address.NavigateTo($"emails?folder={folder}");

        Text(Render<EmailsPage>().Find(".empty .title")).Should().Be(words);
    }

    [Fact]
    public void Banner_NotConnected_OffersToConnect()
    {
        Control.Status = FakeSyncControl.Quiet with { IsConnected = false };

        var banner = Render<EmailsPage>().Find(".banner");

        Text(banner).Should().Contain("You are not connected to Salesforce.");
        banner.QuerySelector("a")!.GetAttribute("href").Should().Be("settings/salesforce");
    }

    [Fact]
    public void Banner_LoggingOff_LeadsToItsSwitch()
    {
        var banner = Render<EmailsPage>().Find(".banner");

        Text(banner).Should().Contain("Logging by API is off.");
        banner.QuerySelector("a")!.GetAttribute("href").Should().Be("settings/salesforce/sync");
    }

    [Fact]
    public void Page_TheStoreIsSilent_SaysSoAndTriesAgain()
    {
        _folders.Broken = new InvalidOperationException("no");
        var page = Render<EmailsPage>();
        page.Find("[role=alert] .empty");
        _folders.Broken = null;
        _folders.Put(Kind.Sent, "One");

        page.Find("[role=alert] button").Click();

        page.FindAll(".open").Should().ContainSingle();
    }

    [Fact]
    public void Page_MailsChangedElsewhere_AreLookedAtAgain()
    {
        var page = Render<EmailsPage>();
        _folders.Put(Kind.Sent, "Just sent");

        Elsewhere(LiveChange.Tasks);
        page.FindAll(".open").Should().BeEmpty();
        Elsewhere(LiveChange.Emails);

        page.WaitForAssertion(() => page.FindAll(".open").Should().ContainSingle());
    }

    [Fact]
    public async Task Delete_PressedAndUndone_AsksTheStoreForBoth()
    {
        _folders.Put(Kind.Sent, "The offer");
        var page = Render<EmailsPage>();

        page.Find("[data-row-key=Delete]").Click();
        page.WaitForAssertion(() => LastToast.Should().Be("Deleted “The offer”"));
        await UndoAsync();

        _folders.Asked.Should().Equal("delete The offer", "restore The offer");
    }

    [Fact]
    public void Archive_TooLate_SaysSo()
    {
        _folders.Put(Kind.Sent, "The offer");
        _folders.Obeys = false;

        var page = Render<EmailsPage>();
        page.Find("[data-row-key=e]").Click();

        page.WaitForAssertion(() => LastToast.Should().Contain("has moved on"));
    }

    [Fact]
    public void Row_OfAnUndeliveredMail_SaysWhyAndTriesAgain()
    {
        _folders.Put(Kind.Undelivered, "The offer", r => r with
        {
            Standing = OutgoingEmail.State.Undelivered, Problem = OutgoingEmail.Failure.Refused, IsOutgoing = true,
        });
        Address.NavigateTo("emails?folder=undelivered");
        var page = Render<EmailsPage>();
        Text(page.Find(".note")).Should().StartWith("The mail server refused it.");

        page.Find(".note button").Click();

        page.WaitForAssertion(() => _folders.Asked.Should().Equal("send The offer"));
    }

    [Fact]
    public void Row_OfPeopleWithNames_ShowsThese_AndTheAddressesAsItsTitle()
    {
        _folders.Put(Kind.Sent, "The offer", r => r with
        {
            Recipients = ["\"Dana Whitfield\" <dana@b.example>", "lee@b.example"], RecipientCount = 3,
        });

        var who = Render<EmailsPage>().Find(".who");

        Text(who).Should().Be("Dana Whitfield, lee@b.example and 1 more");
        who.GetAttribute("title").Should().Be("\"Dana Whitfield\" <dana@b.example>, lee@b.example and 1 more");
    }

    [Fact]
    public void Draft_Opened_IsWrittenOn()
    {
        var draft = _folders.Put(Kind.Drafts, "Half a thought", r => r with
        {
            Standing = OutgoingEmail.State.Draft, IsOutgoing = true,
        });
        Address.NavigateTo("emails?folder=drafts");

        Render<EmailsPage>().Find(".open").Click();

        Address.Uri.Should().EndWith($"emails/{draft.Id}/edit");
    }

    [Fact]
    public void Sheet_OfALoggedMail_NamesTheRecordAndLeadsThere()
    {
        _cases.Names["003A"] = new("Contact", "Dana Whitfield", "Brightwater");
        _cases.Names["006A"] = new("Opportunity", "Fleet rollout", null);
        _cases.Put("dana@b.example", Standing.Logged, EmailReason.LoggedOnlyMatch, Remedy.None, r => r with
        {
            Opened = 2, Clicked = 1, Logs = [new("00TA", "003A", "006A", new Uri("https://org.example/00TA"))],
        });

        var sheet = OpenSheet();

        Text(sheet.Find(".record span")).Should().Be("Dana Whitfield, Brightwater · opportunity Fleet rollout");
        sheet.Find(".record a").GetAttribute("href").Should().Be("https://org.example/00TA");
        Text(sheet.Find(".line")).Should().Contain("Logged to the one record with this address.")
            .And.Contain("Opened 2 times · One click");
        sheet.FindAll(".line button").Should().BeEmpty();
    }

    [Theory]
    [InlineData(Remedy.StopExcluding, "Stop excluding", "stop excluding a@b.example")]
    [InlineData(Remedy.LogNow, "Log now", "try a@b.example")]
    [InlineData(Remedy.TryAgain, "Try again", "try a@b.example")]
    public void Sheet_OfAMailNotLogged_HasTheButtonThatHelps(Remedy remedy, string words, string asked)
    {
        _cases.Put("a@b.example", Standing.NotLogged, EmailReason.Refused, remedy);
        var sheet = OpenSheet();

        var button = sheet.Find(".line .do");
        Text(button).Should().Be(words);
        button.Click();

        sheet.WaitForAssertion(() => _cases.Asked.Should().Equal(asked));
    }

    [Theory]
    [InlineData(Remedy.Connect, "settings/salesforce")]
    [InlineData(Remedy.TurnOnLogging, "settings/salesforce/sync")]
    [InlineData(Remedy.TurnOnReplies, "settings/salesforce/sync")]
    public void Sheet_WhatIsASettingsMatter_LeadsToIt(Remedy remedy, string address)
    {
        _cases.Put("a@b.example", Standing.NotLogged, EmailReason.LoggingOff, remedy);

        OpenSheet().Find(".line a").GetAttribute("href").Should().Be(address);
    }

    [Fact]
    public void Sheet_NobodyHasTheAddress_ThePersonIsChosen()
    {
        _cases.Put("a@b.example", Standing.NotLogged, EmailReason.NoMatch, Remedy.ChoosePerson);
        _people.People.Add(new("Dana Whitfield", "d@b.example", "Brightwater", false, "003000000000001AAA"));
        var sheet = OpenSheet();

        sheet.Find(".line .do").Click();
        sheet.Find("[role=combobox]").Input("dana");
        Clock.Advance(TimeSpan.FromSeconds(1));
        sheet.WaitForElement("[role=option]").MouseDown();

        sheet.WaitForAssertion(() =>
            _cases.Asked.Should().Equal("choose 003000000000001AAA for a@b.example"));
    }

    [Fact]
    public void Sheet_WhatSalesforceSaid_IsQuotedAsText()
    {
        _cases.Put("a@b.example", Standing.NotLogged, EmailReason.Refused, Remedy.TryAgain, r => r with
        {
            Fault = FaultCode.ValidationRule, ErrorCode = "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            Message = "<img src=x onerror=alert(1)>",
        });

        var sheet = OpenSheet();

        Text(sheet.Find(".said")).Should().Contain("<img src=x onerror=alert(1)>")
            .And.EndWith("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        sheet.FindAll("img").Should().BeEmpty();
    }

    [Fact]
    public async Task FollowUp_FromAMail_IsATaskOnItsPersonForTomorrow()
    {
        _cases.Names["003000000000001AAA"] = new("Contact", "Dana Whitfield", "Brightwater");
        _cases.Put("dana@b.example", Standing.Logged, EmailReason.LoggedOnlyMatch, Remedy.None, r => r with
        {
            Logs = [new("00TA", "003000000000001AAA", null, null)],
        });
        var page = OpenSheet();

        page.Find(".foot .rz-primary").Click();
        page.Find("#task-form").Submit();

        var task = (await Tasks.ListAsync(
            Rep, SalesInsight.Sync.Runs.TaskList.TaskFilter.Open, null, Today, 0, 10, Stop)).Tasks
            .Should().ContainSingle().Subject;
        (task.Content.Subject, task.Content.DueDate, task.Content.PersonId, task.Type).Should()
            .Be(("Follow up: The offer", Tomorrow, "003000000000001AAA", ReminderType.Email));
    }

    private IRenderedComponent<EmailsPage> OpenSheet()
    {
        _folders.Put(Kind.Sent, "The offer");
        var page = Render<EmailsPage>();
        page.Find(".open").Click();
        return page;
    }

    private static string Text(IElement element) => string.Join(
        ' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
