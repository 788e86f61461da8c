using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Settings;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;
using static SalesInsight.Tests.Web.Settings.SettingsViews;

namespace SalesInsight.Tests.Web.Settings;

public sealed class TaskSyncCardTests : ComponentTest
{
    private readonly FakeSettingsStore _store = new(Of());
    private readonly FakeSync _sync = new();

    public TaskSyncCardTests()
    {
        Services.AddSingleton<ISettingsStore>(_store);
        Services.AddSingleton<ISyncControl>(_sync);
        Services.AddSingleton<IFirstSync>(_sync);
        Services.AddSingleton<ILiveUpdates>(_sync);
        Services.AddScoped<Toasts>();
        Services.AddScoped<FirstSyncDialog>();
    }

    [Fact]
    public void Card_Untouched_OffersNothingToSave()
    {
        var card = Card(Of());

        Button(card, "Save").HasAttribute("disabled").Should().BeTrue();
        card.Markup.Should().NotContain("Changed, not saved").And.NotContain("Preview first sync");
        card.FindAll("[role=radiogroup] input").Should().HaveCount(4);
        card.Find("button[aria-controls=task-sync]").GetAttribute("aria-expanded").Should().Be("true");
    }

    [Fact]
    public void Card_ModeChosen_SaysWhatASaveWillDo()
    {
        var card = Card(Of());

        Choose(card, TaskSyncMode.Both);

        card.Markup.Should().Contain("Changed, not saved").And.Contain("Nothing you have here is sent.")
            .And.Contain("Preview first sync").And.Contain("About 1,440 API calls a day");
    }

    [Fact]
    public void Save_ModeChosen_AsksForTheFirstRunAtOnce()
    {
        var card = Card(Of());
        Choose(card, TaskSyncMode.Both);

        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.TaskSync);
        _sync.Requests.Should().Equal(RunReason.Save);
        _sync.Told.Should().Contain(LiveChange.Account);
    }

    [Fact]
    public void Discard_ModeChosen_SavesNothing()
    {
        var card = Card(Of());
        Choose(card, TaskSyncMode.Both);

        Button(card, "Discard").Click();

        card.Markup.Should().NotContain("Changed, not saved");
        _store.Saves.Should().BeEmpty();
    }

    [Fact]
    public void Locked_ForARep_IsReadableAndSaysWho()
    {
        var card = Card(Of(Team(SettingKeys.ConflictRule, "SalesforceWins", isLocked: true)));

        card.FindAll("select#conflict-rule").Should().BeEmpty();
        card.Find(".locked-value").TextContent.Should().Contain("Salesforce wins");
        card.Markup.Should().Contain("Locked by your admin").And.Contain("Ines Duarte, 3 Nov");
    }

    [Fact]
    public void Locked_Direction_ClosesWhatGoesBeyond()
    {
        var card = Card(Of(Team(SettingKeys.TaskSync, "InOnly", isLocked: true)));

        card.FindAll("[role=radiogroup] input[disabled]").Select(input => input.GetAttribute("value")).Should()
            .Equal("Both", "OutOnly");
    }

    [Fact]
    public void Save_LockedMeanwhile_ShowsTheRefusalAndWhatIsInForce()
    {
        var card = Card(Of());
        card.Find("select#conflict-rule").Change("2");
        _store.Answer = new SaveSettingsResult.Refused(
            [new(SettingKeys.ConflictRule, SaveSettingsResult.Reason.Locked)]);
        _store.View = Of(Team(SettingKeys.ConflictRule, "SalesforceWins", isLocked: true));

        Button(card, "Save").Click();

        card.Markup.Should().Contain("Not saved: your admin locked one of these values meanwhile.");
        card.Find(".locked-value").TextContent.Should().Contain("Salesforce wins");
        _sync.Requests.Should().BeEmpty();
    }

    [Fact]
    public void TeamCard_Locking_SavesValueAndLock()
    {
        var card = Card(Of(), isTeam: true);

        card.FindAll(".lock input")[1].Change(true);
        Button(card, "Save").Click();

        _store.Saves.Should().ContainSingle().Which.Entries.Keys.Should().Equal(SettingKeys.FirstImport);
        _sync.Requests.Should().BeEmpty("a team value turns nothing on");
    }

    [Theory]
    [InlineData(false, "The team is offered: Only bring Salesforce tasks in.")]
    [InlineData(true, "Locked, nobody goes beyond: Only bring Salesforce tasks in.")]
    public void TeamCard_Always_SaysWhatTheTeamHas(bool isLocked, string summary)
    {
        var card = Card(
            Of(Team(SettingKeys.TaskSync, "InOnly", isLocked), Own(SettingKeys.TaskSync, "Off")), isTeam: true);

        card.Markup.Should().Contain(summary);
    }

    private static void Choose(IRenderedComponent<TaskSyncCard> card, TaskSyncMode mode) =>
        card.Find($"input[value={mode}]").Change(mode.ToString());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TaskSyncCard> card, string text) =>
        card.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<TaskSyncCard> Card(SettingsView view, bool isTeam = false)
    {
        var time = new PersonTime(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)));
        var context = new PersonContext(new Actor(new Guid("5a3f0000-0000-0000-0000-000000000001"), isTeam), time);
        return Render<TaskSyncCard>(card => card
            .Add(c => c.View, view)
            .Add(c => c.IsTeam, isTeam)
            .AddCascadingValue(context));
    }
}
