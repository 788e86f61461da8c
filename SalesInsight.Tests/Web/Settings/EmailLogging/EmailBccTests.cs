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
using SalesInsight.Web.Settings.EmailLogging;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings.EmailLogging;

public sealed class EmailBccTests : ComponentTest
{
    private const string Me = "mara.visser@halden.example", Address = "emailtosalesforce@1abc.k.le.salesforce.com";

    private readonly FakeSettingsStore _store = new(Of());
    private readonly FakeEmailAccount _account = new();

    public EmailBccTests()
    {
        Services.AddSingleton<ISettingsStore>(_store);
        Services.AddSingleton<IEmailAccount>(_account);
        Services.AddScoped<Toasts>();
    }

    [Fact]
    public void Activate_AddressComesIn_SavesAddressAndSwitchTogether()
    {
        _account.Lookup = new BccLookup.Found(Me, Address);
        var tab = Tab(Of());

        Button(tab, "Activate").Click();

        var entries = _store.Saves.Should().ContainSingle().Subject.Entries;
        entries[SettingKeys.EmailBccAddress].Text.Should().Be(Address);
        entries[SettingKeys.EmailBcc].Text.Should().Be("yes");
        entries.Should().HaveCount(2, "API logging was off anyway");
    }

    [Fact]
    public void Activate_NoAddressComesIn_ShowsBothGuidesAndSavesNothing()
    {
        var tab = Tab(Of());

        Button(tab, "Activate").Click();

        tab.Markup.Should().Contain("Salesforce answered, but your address there is empty.")
            .And.Contain("My Acceptable Email Addresses").And.Contain(Me).And.Contain("Email Administration")
            .And.Contain("Thank you, Mara Visser");
        tab.Find("#bcc-address").GetAttribute("value").Should().Be("No address came in");
        Button(tab, "Activate").HasAttribute("disabled").Should().BeTrue();
        tab.Markup.Should().Contain("Needs your address first");
        _store.Saves.Should().BeEmpty();
    }

    [Fact]
    public void CheckAgain_AddressThereNow_ActivatesWithOneMoreClick()
    {
        var tab = Tab(Of());
        Button(tab, "Activate").Click();
        _account.Lookup = new BccLookup.Found(Me, Address);

        Button(tab, "Check again").Click();
        tab.FindAll(".guides").Should().BeEmpty();
        _store.Saves.Should().BeEmpty("looking changes nothing");
        Button(tab, "Activate").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.EmailBccAddress].Text.Should().Be(Address);
        _account.Lookups.Should().Be(2);
    }

    [Fact]
    public void ByHand_NotAtSalesforce_IsTakenOnlyAfterASecondYes()
    {
        var tab = Tab(Of());
        Button(tab, "Enter it by hand").Click();

        tab.Find("#bcc-address").Change("someone@else.example");
        tab.Find("form").Submit();
        tab.Markup.Should().Contain("Email to Salesforce addresses end in salesforce.com.");
        tab.FindAll("form").Should().NotBeEmpty();
        tab.Find("form").Submit();
        Button(tab, "Activate").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.EmailBccAddress].Text.Should()
            .Be("someone@else.example");
    }

    [Fact]
    public void ByHand_OtherAddressAfterTheWarning_IsCheckedAnew()
    {
        var tab = Tab(Of());
        Button(tab, "Enter it by hand").Click();
        tab.Find("#bcc-address").Change("someone@else.example");
        tab.Find("form").Submit();

        tab.Find("#bcc-address").Change("another@else.example");
        tab.Find("form").Submit();

        tab.FindAll("form").Should().NotBeEmpty("nobody said yes to this one");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Activate_ApiLoggingOnToo_DoesWhatThePersonChose(bool turnsOff)
    {
        var tab = Tab(Of(Own(SettingKeys.EmailLogging, "yes"), Own(SettingKeys.EmailBccAddress, Address)));

        tab.Markup.Should().Contain("every email would be logged twice");
        tab.FindAll(".answers input")[turnsOff ? 0 : 1].Change("on");
        Button(tab, "Activate").Click();

        var entries = _store.Saves.Should().ContainSingle().Subject.Entries;
        entries.ContainsKey(SettingKeys.EmailLogging).Should().Be(turnsOff);
        if (turnsOff) entries[SettingKeys.EmailLogging].Text.Should().Be("no");
    }

    [Fact]
    public void Activate_ApiLoggingLockedOn_CannotTurnItOff()
    {
        var tab = Tab(Of(
            Team(SettingKeys.EmailLogging, "yes", isLocked: true), Own(SettingKeys.EmailBccAddress, Address)));

        tab.FindAll(".answers input")[0].HasAttribute("disabled").Should().BeTrue();
        Button(tab, "Activate").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Should().NotContainKey(SettingKeys.EmailLogging);
    }

    [Fact]
    public void Active_ApiLoggingOnToo_OffersToEndTheDoubling()
    {
        var tab = Tab(Active(Own(SettingKeys.EmailLogging, "yes")));

        Button(tab, "Turn Salesforce API logging off").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.EmailLogging);
    }

    [Fact]
    public void Deactivate_Active_KeepsTheAddress()
    {
        var tab = Tab(Active());

        Button(tab, "Deactivate").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.EmailBcc);
    }

    [Fact]
    public void Active_OtherAddressThereNow_OffersIt()
    {
        _account.Lookup = new BccLookup.Found(Me, "emailtosalesforce@2new.k.le.salesforce.com");
        var tab = Tab(Active());

        Button(tab, "Check").Click();
        Button(tab, "Use this address instead").Click();

        _store.Saves.Should().ContainSingle().Which.Entries[SettingKeys.EmailBccAddress].Text.Should()
            .Be("emailtosalesforce@2new.k.le.salesforce.com");
    }

    [Fact]
    public void Forbidden_ByAnAdmin_OffersNothing()
    {
        var tab = Tab(Of(Team(SettingKeys.EmailBcc, "no", isLocked: true)));

        Button(tab, "Activate").HasAttribute("disabled").Should().BeTrue();
        tab.Markup.Should().Contain("Your admin keeps it off for everybody");
        tab.FindAll("#bcc-address").Should().BeEmpty();
    }

    [Fact]
    public void Lookup_Outage_SaysWhyAndShowsNoSteps()
    {
        _account.Lookup = new BccLookup.Failed(Me, FaultCode.Unreachable);
        var tab = Tab(Of());

        Button(tab, "Activate").Click();

        tab.Markup.Should().Contain("Salesforce could not be asked: Salesforce did not answer. Nothing was changed.");
        tab.FindAll(".guides").Should().BeEmpty();
    }

    [Fact]
    public void NotConnected_Opened_AsksToConnectOrType()
    {
        var tab = Tab(Of(), ConnectionView.None);

        Button(tab, "Activate").HasAttribute("disabled").Should().BeTrue();
        tab.Markup.Should().Contain("Connect your Salesforce user first, or enter the address by hand");
        Button(tab, "Check").HasAttribute("disabled").Should().BeTrue();
    }

    private static SettingsView Active(params (SettingKey Key, string Text, bool IsTeam, bool IsLocked)[] more) =>
        Of([Own(SettingKeys.EmailBcc, "yes"), Own(SettingKeys.EmailBccAddress, Address), .. more]);

    private static IElement Button(IRenderedComponent<EmailBcc> tab, string text) =>
        tab.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<EmailBcc> Tab(SettingsView view, ConnectionView? connection = null)
    {
        _store.View = view;
        var time = new PersonTime(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)));
        return Render<EmailBcc>(tab => tab
            .Add(c => c.View, view)
            .Add(c => c.Connection, connection
                ?? new ConnectionView(ConnectionStatus.Connected, DisplayName: "Mara Visser"))
            .AddCascadingValue(new PersonContext(new Actor(new Guid(1, 0, 0, new byte[8]), IsAdmin: false), time)));
    }
}
