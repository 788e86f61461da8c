using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Emails.Testing;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Emails.Testing;

public sealed class ReplayPanelTests : ComponentTest
{
    private static readonly PersonContext Mara =
        new(TestStore.Rep, new PersonTime(TimeZoneInfo.Utc, new FakeTimeProvider(TestStore.Start)));

    private readonly FakeEmailTrials _trials = new();

    public ReplayPanelTests()
    {
        Services.AddScoped<Toasts>();
        Services.AddReplays(_trials);
    }

    [Fact]
    public void Panel_NothingChanged_HasNothingToReplay()
    {
        var panel = Panel(new SettingsEdit());

        panel.Find("button").HasAttribute("disabled").Should().BeTrue();
        panel.Markup.Should().Contain("Change a rule above");
    }

    [Fact]
    public void Replay_OfChangedRules_TellsCountsAndRows()
    {
        _trials.Replay = new EmailReplay.Done(
            3, 5, IsCut: false,
            new Dictionary<EmailReplay.Change, int>
            {
                [EmailReplay.Change.NewlyLogged] = 2, [EmailReplay.Change.NoLongerLogged] = 1,
            },
            Anyway: 1,
            [new(Guid.Empty, "<b>Offer</b>", TestStore.Start, "nobody@x.example", EmailReplay.Change.NewlyLogged,
                EmailReason.NoMatch, EmailReason.LoggedWithoutPerson, ["Dana Whitfield"])]);
        var edit = Replies(false);

        var panel = Panel(edit);
        panel.Find("button").Click();

        _trials.Replayed.Should().ContainSingle().Which.Should().Be((TestStore.RepId, edit));
        panel.FindAll(".badge").Select(b => b.TextContent).Should().Equal("2 newly logged", "1 no longer logged");
        Words(panel).Should().Contain("Looked at 3 emails to 5 addresses. 3 would be decided differently.")
            .And.Contain("nobody@x.example <b>Offer</b> Was: No lead or contact that you can see has this address.")
            .And.Contain("Would be: Nobody has this address, so it would be logged without a person. To Dana")
            .And.Contain("The newest 1 of 3 are shown.").And.Contain("One more would be decided differently today");
    }

    [Fact]
    public void Replay_RulesChangedSince_IsNoLongerShown()
    {
        _trials.Replay = new EmailReplay.Done(
            1, 1, false, new Dictionary<EmailReplay.Change, int>(), 0, []);
        var panel = Panel(Replies(false));
        panel.Find("button").Click();
        Words(panel).Should().Contain("Nothing would be different.");

        panel.Render(p => p.Add(r => r.Unsaved, Replies(false).Set(SettingKeys.EmailExclusions, "x.example")));
        Words(panel).Should().Contain("The values have changed since this replay.");

        panel.Render(p => p.Add(r => r.Unsaved, Replies(false)));
        Words(panel).Should().Contain("Nothing would be different.");
    }

    private static SettingsEdit Replies(bool on) => new SettingsEdit().Set(SettingKeys.EmailReplies, on);

    private IRenderedComponent<ReplayPanel> Panel(SettingsEdit edit) =>
        Render<ReplayPanel>(p => p.Add(r => r.Unsaved, edit).AddCascadingValue(Mara));

    private static string Words(IRenderedComponent<ReplayPanel> panel) => string.Join(
        ' ',
        panel.Nodes.SelectMany(n => n.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
