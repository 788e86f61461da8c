using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using SalesInsight.Tests.Web.Emails.Testing;
using SalesInsight.Web.Settings.EmailLogging;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class EmailCardTests : ComponentTest
{
    private static readonly ConnectionView Connected =
        new(ConnectionStatus.Connected, Edition: "Enterprise Edition", ConnectionId: new Guid(1, 0, 0, new byte[8]));

    private readonly FakeSettingsStore _store = new(Of());
    private readonly FakeEmailAccount _account = new();

    public EmailCardTests()
    {
        Services.AddSingleton<ISettingsStore>(_store);
        Services.AddSingleton<IEmailAccount>(_account);
        Services.AddScoped<Toasts>();
        Services.AddReplays(new FakeEmailTrials());
    }

    [Fact]
    public void Card_Closed_SaysHowEmailsAreLogged()
    {
        var off = Card(Of(), open: false);
        var on = Card(Of(Own(SettingKeys.EmailLogging, "yes"), Own(SettingKeys.EmailLogTo, "Leads")), open: false);

        off.Markup.Should().Contain("Not logged by API. Email to Salesforce (BCC) is not active.");
        on.Markup.Should().Contain("By API, on leads. Email to Salesforce (BCC) is not active.");
        on.Find(".badge.good").TextContent.Should().Be("On");
    }

    [Fact]
    public void Save_TurnedOn_SavesThatAlone()
    {
        var card = Card(Of());

        card.Find("#email-logging").Click();
        card.Markup.Should().Contain("Changed, not saved")
            .And.Contain("an email becomes one completed task on each lead or contact");
        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.EmailLogging);
    }

    [Fact]
    public void Rules_EachChanged_AreAllInOneSave()
    {
        var card = Card(Of(Own(SettingKeys.EmailLogging, "yes")));

        card.Find("#email-log-to input[value=Contacts]").Change("Contacts");
        card.Find("#email-opportunity").Click();
        card.Find("#email-several").Change("2");
        card.Find("#email-none").Change("1");
        card.Find("#email-replies").Click();
        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Should().BeEquivalentTo(
            new Dictionary<SettingKey, object>
            {
                [SettingKeys.EmailLogTo] = new { Text = "Contacts" },
                [SettingKeys.EmailRelatedOpportunity] = new { Text = "no" },
                [SettingKeys.EmailSeveralMatches] = new { Text = "All" },
                [SettingKeys.EmailNoMatch] = new { Text = "CreateLead" },
                [SettingKeys.EmailReplies] = new { Text = "no" },
            });
    }

    [Fact]
    public void RollUps_OneTurnedOn_IsSavedAloneAndNamedInTheHead()
    {
        var card = Card(Of(Own(SettingKeys.EmailRollUpLead, "yes")));
        card.Find(".roll-ups summary").TextContent.Should().Contain("Leads").And.NotContain("Accounts");

        card.Find("#email-roll-up-account").Click();
        card.Find(".roll-ups summary").TextContent.Should().Contain("Leads, Accounts");
        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.EmailRollUpAccount);
    }

    [Fact]
    public void RollUps_FieldMissingInTheOrg_CannotBeTurnedOnAndSaysWhy()
    {
        _account.RollUpKinds = ["Lead"];
        var card = Card(Of(Own(SettingKeys.EmailRollUpContact, "yes")));
        card.Find("#email-roll-up-account").HasAttribute("disabled").Should().BeFalse("nobody has looked yet");

        card.Find(".roll-ups").TriggerEvent("ontoggle", EventArgs.Empty);

        card.Find("#email-roll-up-lead").HasAttribute("disabled").Should().BeFalse();
        card.Find("#email-roll-up-contact").HasAttribute("disabled").Should().BeFalse("it may be turned off");
        card.Find("#email-roll-up-account").HasAttribute("disabled").Should().BeTrue();
        card.Markup.Should().Contain("No such field in your org").And.Contain("so nothing is written");
    }

    [Fact]
    public void Standing_OfTheMails_IsSaidInALine()
    {
        Card(Of()).Find(".standing").TextContent.Should().Contain("Nothing is logged yet.").And.NotContain("waiting");
        _account.Standing = new EmailStanding(new DateTimeOffset(2026, 11, 24, 8, 12, 0, TimeSpan.Zero), 1, 12);

        Card(Of()).Find(".standing").TextContent.Should().Contain("Last logged: 09:12.")
            .And.Contain("1 email waits.").And.Contain("12 emails were not logged in the last 30 days.");
    }

    [Fact]
    public void Discard_RulesChanged_SavesNothing()
    {
        var card = Card(Of());
        card.Find("#email-logging").Click();

        Button(card, "Discard").Click();

        card.Markup.Should().NotContain("Changed, not saved");
        card.Find("#email-logging").GetAttribute("aria-checked").Should().Be("false");
        _store.Saves.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ConnectionStatus.NotConnected, true, "Connect your Salesforce user first")]
    [InlineData(ConnectionStatus.NeedsReconnect, true, "Salesforce took back its permission")]
    [InlineData(ConnectionStatus.Connected, false, "Your org has no API access")]
    public void Logging_NeedMissing_CannotBeTurnedOnAndSaysWhy(ConnectionStatus status, bool api, string sentence)
    {
        var card = Card(Of(), connection: Connected with { Status = status, ApiAccess = api });

        card.Find("#email-logging").HasAttribute("disabled").Should().BeTrue();
        card.Find(".banner").TextContent.Should().Contain(sentence);
    }

    [Fact]
    public void Logging_NoRightToCreateTasks_CannotBeTurnedOnUntilItIsThere()
    {
        _account.Access = new EmailAccess.Known(MayCreateTasks: false);
        var card = Card(Of());

        card.Find("#email-logging").HasAttribute("disabled").Should().BeTrue();
        card.Markup.Should().Contain("Your Salesforce user may not create tasks");
        _account.Access = new EmailAccess.Known(MayCreateTasks: true);
        Button(card, "Check again").Click();

        card.Find("#email-logging").HasAttribute("disabled").Should().BeFalse();
        card.Markup.Should().Contain("May create tasks");
    }

    [Fact]
    public void Rights_NotKnown_AreSaidAndForbidNothing()
    {
        _account.Access = new EmailAccess.NotKnown(FaultCode.Unreachable);
        var card = Card(Of());

        card.Markup.Should().Contain("Rights not known: Salesforce did not answer");
        card.Find("#email-logging").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void Rights_CardNotOpened_AreNotAskedFor()
    {
        Card(Of(), open: false);

        _account.Checks.Should().Be(0);
    }

    [Fact]
    public void Logging_NeedMissingButOn_MayBeTurnedOff()
    {
        var card = Card(
            Of(Own(SettingKeys.EmailLogging, "yes")),
            connection: Connected with { Status = ConnectionStatus.NeedsReconnect });

        card.Find("#email-logging").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void Replies_LoggingOff_WaitForIt()
    {
        var card = Card(Of());

        card.Find("#email-replies").HasAttribute("disabled").Should().BeTrue();
        card.Markup.Should().Contain("Needs API logging");

        card.Find("#email-logging").Click();
        card.Find("#email-replies").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void Locked_ForARep_IsReadableAndSaysWho()
    {
        var card = Card(Of(Team(SettingKeys.EmailSeveralMatches, "Oldest", isLocked: true)));

        card.FindAll("select#email-several").Should().BeEmpty();
        card.Find(".locked-value").TextContent.Should().Contain("Oldest record");
        card.Markup.Should().Contain("Locked by your admin").And.Contain("Ines Duarte, 3 Nov");
    }

    [Fact]
    public void NeverLog_AddedAndRemoved_IsSavedAsAList()
    {
        var card = Card(Of(Own(SettingKeys.EmailExclusions, "legal@aldgate.example")));

        card.Find("#never-add").Change("Recruiting.example, hr@aldgate.example");
        card.Find("form.add").Submit();
        card.Find("[aria-label='Remove legal@aldgate.example from the list']").Click();
        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.EmailExclusions].Text.Should()
            .Be("recruiting.example\nhr@aldgate.example");
    }

    [Fact]
    public void NeverLog_UnreadableEntry_SaysWhatIsWrongAndKeepsTheText()
    {
        var card = Card(Of());

        card.Find("#never-add").Change("mara@halden");
        card.Find("form.add").Submit();

        card.Find("#never-problem").TextContent.Should().Be("The part after @ in “mara@halden” has no dot.");
        card.Find("#never-add").GetAttribute("value").Should().Be("mara@halden");
        card.Markup.Should().NotContain("Changed, not saved");
    }

    [Fact]
    public void NeverLog_CompanyEntries_AreShownAndNotRemovable()
    {
        var card = Card(Of(Team(SettingKeys.EmailCompanyExclusions, "own-domain\naldgate.example")));

        card.FindAll(".chip").Select(c => c.TextContent.Trim()).Should().HaveCount(2);
        card.Markup.Should().Contain("Your own domain");
        card.FindAll(".chip button").Should().BeEmpty();
    }

    [Fact]
    public void Save_LockedMeanwhile_ShowsTheRefusalAndWhatIsInForce()
    {
        var card = Card(Of());
        card.Find("#email-several").Change("2");
        _store.Answer = new SaveSettingsResult.Refused(
            [new(SettingKeys.EmailSeveralMatches, SaveSettingsResult.Reason.Locked)]);
        _store.View = Of(Team(SettingKeys.EmailSeveralMatches, "Oldest", isLocked: true));

        Button(card, "Save").Click();

        card.Markup.Should().Contain("Not saved: your admin locked one of these values meanwhile.");
        card.Find(".locked-value").TextContent.Should().Contain("Oldest record");
    }

    [Fact]
    public void TeamCard_CompanyListAndLocks_AreSavedForTheTeam()
    {
        var card = Card(Of(), isTeam: true);

        card.Find("[aria-label=\"Remove The sender's own domain from the list\"]").Click();
        card.Find("#never-add").Change("aldgate.example");
        card.Find("form.add").Submit();
        card.FindAll(".lock input")[0].Change(true);
        Button(card, "Save").Click();

        var entries = _store.Saves.Should().ContainSingle().Subject.Entries;
        entries.Keys.Should().Equal(SettingKeys.EmailLogging, SettingKeys.EmailCompanyExclusions);
        entries[SettingKeys.EmailCompanyExclusions].Text.Should().Be("aldgate.example");
        entries[SettingKeys.EmailLogging].IsLocked.Should().BeTrue();
        card.FindAll("[role=tab]").Should().BeEmpty("an address is everybody's own");
    }

    [Theory]
    [InlineData(false, "Team default: By API, on leads.")]
    [InlineData(true, "Locked for everybody: By API, on leads.")]
    public void TeamCard_Always_SaysWhatTheTeamHas(bool isLocked, string summary)
    {
        var card = Card(
            Of(Team(SettingKeys.EmailLogging, "yes", isLocked), Team(SettingKeys.EmailLogTo, "Leads"),
                Own(SettingKeys.EmailLogTo, "Contacts")),
            isTeam: true);

        card.Markup.Should().Contain(summary);
    }

    private static IElement Button(IRenderedComponent<EmailCard> card, string text) =>
        card.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<EmailCard> Card(
        SettingsView view, bool isTeam = false, ConnectionView? connection = null, bool open = true)
    {
        var time = new PersonTime(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)));
        var context = new PersonContext(new Actor(new Guid("5a3f0000-0000-0000-0000-000000000001"), isTeam), time);
        var card = Render<EmailCard>(card => card
            .Add(c => c.View, view)
            .Add(c => c.IsTeam, isTeam)
            .Add(c => c.Connection, isTeam ? null : connection ?? Connected)
            .AddCascadingValue(context));
        if (open) card.Find("button[aria-controls=email-log]").Click();
        return card;
    }
}
