using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog.Trials;

/// <summary>What other rules would have made of recent mails, against what was recorded.</summary>
public class EmailReplayTests
{
    private const string Ann = "ann@customer.example", Bob = "bob@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replay_UnderTheSavedRules_ChangesNothing()
    {
        await using var world = await WithMailsAsync();

        var done = await ReplayAsync(world, new SettingsEdit());

        (done.Mails, done.Addresses, done.Anyway).Should().Be((2, 4, 0));
        done.Counts.Should().BeEmpty();
    }

    [Fact]
    public async Task Replay_UnderChangedRules_CountsEachKindOfChange()
    {
        await using var world = await WithMailsAsync();

        var done = await ReplayAsync(world, new SettingsEdit()
            .Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.LogWithoutPerson)
            .Set(SettingKeys.EmailSeveralMatches, EmailRule.SeveralMatches.All)
            .Set(SettingKeys.EmailExclusions, $"{Ann}, jonas@halden.example"));

        done.Counts.Should().BeEquivalentTo(new Dictionary<EmailReplay.Change, int>
        {
            [EmailReplay.Change.NoLongerLogged] = 1,
            [EmailReplay.Change.NewlyLogged] = 1,
            [EmailReplay.Change.Elsewhere] = 1,
        });
        done.Rows.Select(r => (r.Address, r.Was, r.Would)).Should().BeEquivalentTo(new[]
        {
            (Ann, EmailReason.LoggedOnlyMatch, EmailReason.OwnExclusion),
            ("nobody@customer.example", EmailReason.NoMatch, EmailReason.LoggedWithoutPerson),
            (Bob, EmailReason.LoggedMostRecent, EmailReason.LoggedEveryMatch),
        });
        done.Rows.Single(r => r.Address == Bob).Names.Should().BeEquivalentTo(["Lead", "Contact"]);
    }

    [Fact]
    public async Task Replay_OfTheOpportunityAlone_IsAnotherRecord()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddOpportunity(world.AddContact(Ann));
        await world.ReportAsync("1", Ann);
        await world.SettleAsync();

        var done = await ReplayAsync(world, new SettingsEdit().Set(SettingKeys.EmailRelatedOpportunity, false));

        done.Counts.Should().ContainSingle().Which.Should()
            .Be(KeyValuePair.Create(EmailReplay.Change.Elsewhere, 1));
    }

    [Fact]
    public async Task Replay_RecordsThatCameSince_AreNotTheRulesDoing()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.ReportAsync("1", Ann);
        await world.SettleAsync();
        world.AddLead(Ann);

        var done = await ReplayAsync(world, new SettingsEdit().Set(SettingKeys.EmailReplies, false));

        (done.Counts.Count, done.Anyway).Should().Be((0, 1));
    }

    [Fact]
    public async Task Replay_MailsOlderThanAMonthOrOfOthers_AreNotLookedAt()
    {
        await using var world = await WithMailsAsync();
        await world.AddJonasAsync();
        await world.ReportAsync(
            EmailWorld.Mail("9", Ann) with { From = EmailWorld.JonasAddress }, EmailWorld.JonasId);
        world.Time.Advance(TimeSpan.FromDays(31));

        (await ReplayAsync(world, new SettingsEdit())).Addresses.Should().Be(0);
    }

    [Fact]
    public async Task Replay_AnyRules_WriteNothing()
    {
        await using var world = await WithMailsAsync();
        var before = world.Logged().Count;

        await ReplayAsync(world, new SettingsEdit()
            .Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.CreateLead)
            .Set(SettingKeys.EmailSeveralMatches, EmailRule.SeveralMatches.All));

        world.Logged().Should().HaveCount(before);
        (await world.Store.Settings.ViewAsync(TestStore.RepId, TestStore.Rep, Stop))!
            .Of(SettingKeys.EmailNoMatch).Origin.Should().Be(SettingOrigin.BuiltIn);
    }

    [Fact]
    public async Task Replay_OfALockedSetting_KeepsTheLock()
    {
        await using var world = await WithMailsAsync();
        await world.Store.Settings.SaveTeamAsync(
            new SettingsEdit().Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.DoNotLog).Lock(SettingKeys.EmailNoMatch),
            TestStore.Admin, Stop);

        var done = await ReplayAsync(
            world, new SettingsEdit().Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.LogWithoutPerson));

        done.Counts.Should().BeEmpty();
    }

    /// <summary>Ann has one record, Bob two, a colleague and nobody none.</summary>
    private static async Task<EmailWorld> WithMailsAsync()
    {
        var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        world.AddLead(Bob);
        world.AddContact(Bob);
        await world.ReportAsync("1", Ann, Bob);
        await world.ReportAsync("2", "nobody@customer.example", "jonas@halden.example");
        await world.SettleAsync();
        return world;
    }

    private static async Task<EmailReplay.Done> ReplayAsync(EmailWorld world, SettingsEdit unsaved) =>
        (await world.Trials.ReplayAsync(TestStore.RepId, unsaved, Stop)).Should().BeOfType<EmailReplay.Done>().Subject;
}
