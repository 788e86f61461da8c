using Microsoft.EntityFrameworkCore;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>From a report to an activity in Salesforce, and what its user is told.</summary>
public class LoggingTests
{
    private const string Ann = "ann@customer.example", Bob = "bob@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_MailToAContact_IsOneCompletedEmailTaskOnItsOpportunity()
    {
        await using var world = await EmailWorld.CreateAsync();
        var contact = world.AddContact(Ann);
        world.AddOpportunity(contact, "Closed Won", isPrimary: true);
        var deal = world.AddOpportunity(contact);
        var mail = await world.ReportAsync("1", Ann);
        mail.Recipients.Should().ContainSingle(r => r.Reason == EmailReason.Waiting);

        await world.RunWellAsync();

        var task = world.SingleLogged();
        task.Text("Subject").Should().Be("Offer 1");
        task.Text("Status").Should().Be("Completed");
        task.Text("Type").Should().Be("Email");
        task.Date("ActivityDate").Should().Be(DateOnly.FromDateTime(TestStore.Start.DateTime));
        (task.Text("WhoId"), task.Text("WhatId")).Should().Be((contact, deal));
        task.Text("Description").Should().Contain("From: " + EmailWorld.MaraAddress).And.EndWith("this is offer 1.");
        var logged = (await world.FindAsync(mail)).Recipients.Single();
        (logged.Standing, logged.Reason).Should().Be((EmailView.Standing.Logged, EmailReason.LoggedOnlyMatch));
        logged.Logs.Should().Equal(
            new EmailView.Log(task.Id, contact, deal, new Uri($"http://127.0.0.1:7001/{task.Id}")));
    }

    [Fact]
    public async Task Run_MailOfManyKinds_GivesEachAddressItsReason()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: edit => edit.Set(SettingKeys.EmailExclusions, "mum@home.example"));
        world.AddLead(Ann);
        world.Convert(world.AddLead(Bob));
        world.AddContact("o'brien@customer.example");
        var mail = await world.ReportAsync(EmailWorld.Mail("1", Ann, Bob, "\"O'Brien\"@customer.example") with
        {
            Cc = ["jonas@halden.example", "mum@home.example", "nobody@customer.example",
                "\"x') OR (Email != '\"@customer.example"],
        });

        await world.RunWellAsync();

        (await world.FindAsync(mail)).Recipients.Select(r => (r.Address, r.Reason)).Should().BeEquivalentTo(new[]
        {
            (Ann, EmailReason.LoggedOnlyMatch),
            (Bob, EmailReason.LoggedOnlyMatch),
            ("o'brien@customer.example", EmailReason.LoggedOnlyMatch),
            ("jonas@halden.example", EmailReason.OwnDomain),
            ("mum@home.example", EmailReason.OwnExclusion),
            ("nobody@customer.example", EmailReason.NoMatch),
            ("\"x') or (email != '\"@customer.example", EmailReason.NoMatch),
        });
        world.Logged().Should().HaveCount(3);
    }

    [Fact]
    public async Task Run_LoggedMail_NeverComesBackAsAReminder()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.Store.SetModeAsync(TaskSyncMode.Both, Stop);
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        var summary = await world.Store.Get<SyncRun>().RunAsync(TestStore.ConnectionId, "engine-1", Stop);

        summary.Fault.Should().BeNull();
        world.Logged().Should().ContainSingle();
        var tasks = await world.Store.Get<IReminderTasks>().ListAsync(
            TestStore.RepId, TaskFilter.Completed, null, DateOnly.FromDateTime(TestStore.Start.DateTime), 0, 9, Stop);
        tasks.Total.Should().Be(0);
    }

    [Fact]
    public async Task Report_SameMailAgain_IsKnownAndLoggedOnce()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var first = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        var again = await world.Log.ReportAsync(TestStore.RepId, EmailWorld.Mail("1", Ann), Stop);
        await world.RunWellAsync();

        again.Should().BeOfType<EmailReport.Known>().Subject.Email.Id.Should().Be(first.Id);
        world.SingleLogged();
    }

    [Fact]
    public async Task Report_NotLoggedMailAgain_IsDecidedAnew()
    {
        await using var world = await EmailWorld.CreateAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.NoMatch);
        world.AddLead(Ann);

        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
        world.SingleLogged().Text("Description").Should().EndWith("this is offer 1.");
    }

    [Fact]
    public async Task Report_FromAnotherSender_IsNotTaken()
    {
        await using var world = await EmailWorld.CreateAsync();

        var report = await world.Log.ReportAsync(
            TestStore.RepId, EmailWorld.Mail("1", Ann) with { From = EmailWorld.JonasAddress }, Stop);

        report.Should().BeOfType<EmailReport.NotYours>();
    }

    [Fact]
    public async Task Report_WhileLoggingIsOff_SaysSoAndKeepsNoText()
    {
        await using var world = await EmailWorld.CreateAsync(rule: e => e.Set(SettingKeys.EmailLogging, false));
        world.AddLead(Ann);

        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggingOff);
        (world.Logged().Count, world.Sandbox.Calls.Total).Should().Be((0, 0));
        await using var db = world.Store.OpenDb();
        (await db.Set<EmailRow>().SingleAsync(Stop)).Body.Should().BeNull();
    }

    [Fact]
    public async Task Run_MailLogged_DropsItsText()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        await using var db = world.Store.OpenDb();

        (await db.Set<EmailRow>().SingleAsync(Stop)).Body.Should().BeNull();
    }

    [Fact]
    public async Task Report_WithoutAConnection_WaitsAndIsLoggedOnceConnected()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.Store.Connections.ForgetAsync(TestStore.ConnectionId, Stop);
        var mail = await world.ReportAsync("1", Ann);
        (await world.RunAsync()).Outcome.Should().BeNull();
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.NotConnected);

        await world.ConnectAsync(TestStore.ConnectionId, TestStore.RepId, EmailWorld.Mara);
        await world.RunWellAsync();

        (await world.ReasonAsync(mail)).Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Fact]
    public async Task Run_PersonMeantByTwoAddresses_HasTheMailOnce()
    {
        await using var world = await EmailWorld.CreateAsync();
        var contact = world.Convert(world.AddLead(Ann));
        world.Sandbox.Org.Records.Update(
            world.Sandbox.Org.As(EmailWorld.Admin), "Contact", contact,
            new Dictionary<string, object?> { ["Email"] = Bob });
        var mail = await world.ReportAsync("1", Ann, Bob);

        await world.RunWellAsync();

        world.SingleLogged().Text("WhoId").Should().Be(contact);
        (await world.FindAsync(mail)).Recipients.Select(r => r.Reason).Should().BeEquivalentTo(
            new[] { EmailReason.LoggedConverted, EmailReason.AlreadyLogged });
    }

    [Fact]
    public async Task Run_NobodyMatches_LogsOneActivityWithoutAPerson()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.LogWithoutPerson));
        var mail = await world.ReportAsync("1", Ann, Bob);

        await world.RunWellAsync();

        world.SingleLogged().Text("WhoId").Should().BeNull();
        (await world.FindAsync(mail)).Recipients.Should().OnlyContain(r => r.Reason == EmailReason.LoggedWithoutPerson);
    }

    [Fact]
    public async Task Run_NobodyMatchesAndLeadsAreMade_MakesOneLeadForAllMails()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailNoMatch, EmailRule.NoMatch.CreateLead));
        var first = await world.ReportAsync("1", $"\"Lee, Ann\" <{Ann}>");
        await world.ReportAsync("2", Ann);

        await world.RunWellAsync();

        var lead = world.Leads().Should().ContainSingle().Subject;
        (lead.Text("FirstName"), lead.Text("LastName"), lead.Text("Company")).Should()
            .Be(("Ann", "Lee", "customer.example"));
        world.Logged().Should().HaveCount(2).And.OnlyContain(t => t.Text("WhoId") == lead.Id);
        (await world.ReasonAsync(first)).Should().Be(EmailReason.LoggedNewLead);
    }

    [Fact]
    public async Task Run_EveryMatch_LogsToEachRecord()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailSeveralMatches, EmailRule.SeveralMatches.All));
        var people = new[] { world.AddLead(Ann), world.AddLead(Ann), world.AddContact(Ann) };
        var mail = await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        world.Logged().Select(t => t.Text("WhoId")).Should().BeEquivalentTo(people);
        (await world.FindAsync(mail)).Recipients.Single().Logs.Should().HaveCount(3);
    }

    [Fact]
    public async Task Run_SeveralMatches_PrefersTheOneLastActive()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var active = world.AddLead(Ann);
        world.Add("Task", ("Subject", "Call"), ("Status", "Completed"), ("WhoId", active),
            ("ActivityDate", new DateOnly(2026, 11, 1)));
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        world.SingleLogged().Text("WhoId").Should().Be(active);
    }

    [Fact]
    public async Task Run_InternationalDomain_FindsTheRecordInEitherSpelling()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead("anna@bücher.example");
        world.AddLead("bert@xn--bcher-kva.example");
        await world.ReportAsync("1", "anna@xn--bcher-kva.example", "bert@bücher.example");

        await world.RunWellAsync();

        world.Logged().Should().HaveCount(2);
    }

    [Fact]
    public async Task Run_LongMail_IsCutAndSaysSo()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.ReportAsync(EmailWorld.Mail("1", Ann) with { Text = new string('x', 100_000) });

        await world.RunWellAsync();

        world.SingleLogged().Text("Description").Should().EndWith(" more.]");
    }

    [Fact]
    public async Task Run_RelatedOpportunityIsOff_LogsToTheContactAlone()
    {
        await using var world = await EmailWorld.CreateAsync(
            rule: e => e.Set(SettingKeys.EmailRelatedOpportunity, false));
        var contact = world.AddContact(Ann);
        world.AddOpportunity(contact);
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        world.SingleLogged().Text("WhatId").Should().BeNull();
    }

    [Theory]
    [InlineData(CustomIdField.UniqueExternalId, true)]
    [InlineData(CustomIdField.Absent, false)]
    public async Task Run_OrgWithAndWithoutOurField_SendsTheIdWhereThereIsAPlace(CustomIdField field, bool isSent)
    {
        await using var world = await EmailWorld.CreateAsync(o => o.CustomIdField = field);
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);

        await world.RunWellAsync();

        (world.SingleLogged().Text("SalesInsight_Id__c") is not null).Should().Be(isSent);
    }
}
