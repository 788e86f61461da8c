using Microsoft.EntityFrameworkCore;
using SalesInsight.Sandbox.Faults;
using SalesInsight.Sandbox.Org.Setup;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailLog.EmailCase;

namespace SalesInsight.Tests.Sync.EmailLog.Remedies;

/// <summary>A mail that is not logged says what helps, and that then helps.</summary>
public class EmailCaseTests
{
    private const string Ann = "ann@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Excluded_TakenOffTheList_IsLogged()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailExclusions, "private.example, customer.example"));
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        (await RemedyAsync(world, mail)).Should().Be(Remedy.StopExcluding);

        var saved = await world.Cases.StopExcludingAsync(TestStore.RepId, mail.Id, Ann, Stop);
        await world.RunWellAsync();

        saved.Should().BeOfType<SaveSettingsResult.Saved>().Subject.View.Of(SettingKeys.EmailExclusions).Value
            .Should().Be("private.example");
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Fact]
    public async Task Excluded_TheListLocked_CannotBeHelpedByTheUser()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.Store.Settings.SaveTeamAsync(
            new SettingsEdit().Set(SettingKeys.EmailExclusions, Ann).Lock(SettingKeys.EmailExclusions),
            TestStore.Admin, Stop);
        var mail = await world.ReportAsync("1", Ann);

        (await RemedyAsync(world, mail)).Should().Be(Remedy.None);
        (await world.Cases.StopExcludingAsync(TestStore.RepId, mail.Id, Ann, Stop))
            .Should().BeOfType<SaveSettingsResult.Refused>();
    }

    [Fact]
    public async Task ReportedWhileOff_TurnedOnSince_IsLoggedNowAndSaysItsTextIsGone()
    {
        await using var world = await EmailWorld.CreateAsync(rule: e => e.Set(SettingKeys.EmailLogging, false));
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        (await RemedyAsync(world, mail)).Should().Be(Remedy.TurnOnLogging);
        await world.SaveAsync(e => e.Set(SettingKeys.EmailLogging, true));
        (await RemedyAsync(world, mail)).Should().Be(Remedy.LogNow);

        await world.Cases.TryAgainAsync(TestStore.RepId, mail.Id, null, Stop);
        await world.RunWellAsync();

        world.SingleLogged().Text("Description").Should()
            .EndWith("[The text of this email was no longer kept when it was logged.]");
    }

    [Fact]
    public async Task NoMatch_PersonChosen_IsLoggedToThemWithItsText()
    {
        await using var world = await EmailWorld.CreateAsync();
        var contact = world.AddContact("somebody@else.example");
        var deal = world.AddOpportunity(contact);
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        (await RemedyAsync(world, mail)).Should().Be(Remedy.ChoosePerson);

        (await world.Cases.ChooseAsync(TestStore.RepId, mail.Id, Ann, contact, Stop)).Should().BeTrue();
        await world.RunWellAsync();

        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedByChoice);
        var task = world.SingleLogged();
        (task.Text("WhoId"), task.Text("WhatId")).Should().Be((contact, deal));
        task.Text("Description").Should().EndWith("this is offer 1.");
        (await RemedyAsync(world, mail)).Should().Be(Remedy.None);
    }

    [Theory]
    [InlineData("006000000000001AAA")]
    [InlineData("003' OR Id != '")]
    [InlineData("")]
    public async Task Choose_WhoIsNoPerson_ChangesNothing(string id)
    {
        await using var world = await EmailWorld.CreateAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        (await world.Cases.ChooseAsync(TestStore.RepId, mail.Id, Ann, id, Stop)).Should().BeFalse();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.NoMatch);
    }

    [Fact]
    public async Task Refused_TriedAgainOnceTheRuleIsGone_IsLoggedWithItsText()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.Sandbox.Org.AddRule(new ValidationRule("Task", "Subject", "Offer", "Not in this org"));
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        (await RemedyAsync(world, mail)).Should().Be(Remedy.TryAgain);
        world.Sandbox.Org.ClearRules();

        await world.Cases.TryAgainAsync(TestStore.RepId, mail.Id, Ann, Stop);
        await world.RunWellAsync();

        world.SingleLogged().Text("Description").Should().EndWith("this is offer 1.");
    }

    [Fact]
    public async Task TryAgain_OfALostAnswer_LeavesItToItsLookUp()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        world.Wire.Sending = request =>
        {
            if (BodyOf(request).Contains("/composite/sobjects", StringComparison.Ordinal))
                world.Sandbox.Faults.Add(new SandboxFault.LoseReply());
        };
        await world.RunAsync();
        world.Wire.Sending = null;
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.Uncertain);

        (await RemedyAsync(world, mail)).Should().Be(Remedy.None);
        (await world.Cases.TryAgainAsync(TestStore.RepId, mail.Id, null, Stop)).Should().BeFalse();
        await world.SettleAsync();

        world.SingleLogged();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Fact]
    public async Task Names_OfItsRecords_AreAskedForOnce()
    {
        await using var world = await EmailWorld.CreateAsync();
        var contact = world.AddContact(Ann);
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        (await FindAsync(world, mail)).HasUnnamed.Should().BeTrue();
        world.Sandbox.Calls.Reset();

        (await world.Cases.LearnNamesAsync(TestStore.RepId, mail.Id, Stop)).Should().BeTrue();
        (await world.Cases.LearnNamesAsync(TestStore.RepId, mail.Id, Stop)).Should().BeFalse();

        var known = await FindAsync(world, mail);
        (known.HasUnnamed, known.Names[contact].Text).Should().Be((false, "Contact"));
        world.Sandbox.Calls.Total.Should().Be(1);
    }

    [Fact]
    public async Task Anything_OfSomebodyElsesMail_IsRefused()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.AddJonasAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        (await world.Cases.FindAsync(EmailWorld.JonasId, mail.Id, Stop)).Should().BeNull();
        (await world.Cases.TryAgainAsync(EmailWorld.JonasId, mail.Id, null, Stop)).Should().BeFalse();
        (await world.Cases.ChooseAsync(EmailWorld.JonasId, mail.Id, Ann, "003000000000001AAA", Stop))
            .Should().BeFalse();
        (await world.Cases.StopExcludingAsync(EmailWorld.JonasId, mail.Id, Ann, Stop)).Should().BeNull();
        (await world.Cases.LearnNamesAsync(EmailWorld.JonasId, mail.Id, Stop)).Should().BeFalse();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.NoMatch);
    }

    [Fact]
    public async Task Pages_OfTheUser_AreToldWhenAMailMoves()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var told = new List<LiveChange>();
        using var _ = world.Store.Live.Listen(TestStore.RepId, told.Add);

        var mail = await world.ReportAsync("1", Ann);
        told.Should().Equal(LiveChange.Emails);
        told.Clear();
        await world.RunWellAsync();
        told.Should().NotBeEmpty().And.OnlyContain(c => c == LiveChange.Emails);
        told.Clear();
        await world.RunWellAsync();
        told.Should().BeEmpty();
    }

    [Fact]
    public async Task Text_OfAMailNobodyHas_GoesAfterAMonth()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        world.Time.Advance(TimeSpan.FromDays(31));
        await world.ReportAsync("2", Ann);
        await world.RunWellAsync();

        await using var db = world.Store.OpenDb();
        (await db.Set<EmailRow>().OrderBy(e => e.ReportedAt).Select(e => e.Body != null).ToListAsync(Stop))
            .Should().Equal(false, true);
    }

    [Fact]
    public async Task Deleted_AMonthAgo_KeepsOnlyWhatStopsASecondLog()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync(EmailWorld.Mail("1", $"Ann Lee <{Ann}>"));
        await world.RunWellAsync();
        var store = world.Store.Get<IEmailStore>();
        (await world.Store.Get<IOutgoingEmails>().DeleteAsync(TestStore.RepId, mail.Id, Stop)).Should().BeTrue();
        var deletedAt = world.Time.GetUtcNow();

        await store.PurgeAsync(deletedAt, deletedAt, Stop);
        (await FindAsync(world, mail)).Email.Subject.Should().Be("Offer 1");
        await store.PurgeAsync(deletedAt, deletedAt.AddSeconds(1), Stop);

        await using var db = world.Store.OpenDb();
        var row = await db.Set<EmailRow>().SingleAsync(Stop);
        (row.Subject, row.Addressed).Should().Be(("", "{\"To\":[],\"Cc\":[],\"Attachments\":[]}"));
        (await db.Set<EmailRecipientRow>().SingleAsync(Stop)).Name.Should().BeNull();
        (await db.Set<EmailLogRow>().SingleAsync(Stop)).Subject.Should().BeEmpty();
        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        world.SingleLogged();
    }

    private static string BodyOf(HttpRequestMessage request) =>
        request.Content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? "";

    private static async Task<EmailCase> FindAsync(EmailWorld world, EmailView mail) =>
        (await world.Cases.FindAsync(TestStore.RepId, mail.Id, Stop))!;

    private static async Task<Remedy> RemedyAsync(EmailWorld world, EmailView mail) =>
        (await FindAsync(world, mail)).Remedies.Should().ContainSingle().Subject.Value;
}
