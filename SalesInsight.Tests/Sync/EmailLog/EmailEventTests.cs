using SalesInsight.Sandbox.Org;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;
using static SalesInsight.Sync.EmailLog.EmailEventInput;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>What happened to a mail after it was sent, and what the org shows of it.</summary>
public class EmailEventTests
{
    private const string Ann = "ann@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_OfALoggedMail_AreShownWhereTheOrgHasFields()
    {
        await using var world = await WithFieldsAsync();
        var mail = await world.ReportAsync(EmailWorld.Mail("1", Ann) with { Attachments = [new("offer.pdf", 1)] });
        await world.RunWellAsync();
        Marks(world.SingleLogged()).Should().Be((0, 0, false, "Sent", "offer.pdf"));

        await world.ReportAsync(mail, Happened(Kind.Opened, 1));
        await world.ReportAsync(mail, Happened(Kind.Opened, 2));
        await world.ReportAsync(mail, Happened(Kind.Clicked, 3));
        var seen = await world.ReportAsync(mail, Happened(Kind.Bounced, 4));
        await world.RunWellAsync();

        Marks(world.SingleLogged()).Should().Be((2, 1, false, "Bounced", "offer.pdf"));
        var recipient = seen.Recipients.Single();
        (recipient.Opened, recipient.Clicked).Should().Be((2, 1));
        recipient.BouncedAt.Should().Be(TestStore.Start.AddMinutes(4));
    }

    [Fact]
    public async Task Event_ReportedTwice_CountsOnce()
    {
        await using var world = await WithFieldsAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.ReportAsync(mail, Happened(Kind.Opened, 1));
        await world.ReportAsync(mail, Happened(Kind.Opened, 1));
        await world.ReportAsync(mail, Happened(Kind.Clicked, 1) with { Id = "c-1" });

        var seen = await world.ReportAsync(mail, Happened(Kind.Clicked, 2) with { Id = "c-1" });

        (seen.Recipients.Single().Opened, seen.Recipients.Single().Clicked).Should().Be((1, 1));
    }

    [Fact]
    public async Task Run_MarksUpToDate_CostsNoCall()
    {
        await using var world = await WithFieldsAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        await world.ReportAsync(mail, Happened(Kind.Opened, 1));
        await world.RunWellAsync();
        world.Sandbox.Calls.Reset();

        await world.RunWellAsync();

        world.Sandbox.Calls.Total.Should().Be(0);
    }

    [Fact]
    public async Task Reply_Reported_IsLoggedAsOneAndMarksTheMail()
    {
        await using var world = await WithFieldsAsync();
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        await world.ReportAsync(mail, Happened(Kind.Replied, 1) with
        {
            MessageId = "<r1@customer.example>", Subject = "Re: Offer 1", Text = "Yes please",
        });
        await world.RunWellAsync();

        var tasks = world.Logged().OrderBy(t => t.Text("Subject")).ToList();
        tasks.Select(t => t.Text("Subject")).Should().Equal("Offer 1", "Reply: Offer 1");
        tasks[0].Flag("MSE_Replied__c").Should().BeTrue();
        (tasks[1].Text("Type"), tasks[1].Text("WhoId")).Should().Be(("Reply", tasks[0].Text("WhoId")));
        tasks[1].Text("Description").Should().StartWith($"From: {Ann}\nTo: {EmailWorld.MaraAddress}\n")
            .And.EndWith("Yes please");
    }

    [Fact]
    public async Task Reply_WhileRepliesAreOff_MarksTheMailAndIsNotLogged()
    {
        await using var world = await WithFieldsAsync(e => e.Set(SettingKeys.EmailReplies, false));
        var mail = await world.ReportAsync("1", Ann);
        await world.ReportAsync(mail, Happened(Kind.Replied, 1));

        await world.RunWellAsync();

        world.SingleLogged().Flag("MSE_Replied__c").Should().BeTrue();
    }

    [Fact]
    public async Task Reply_ReportedByTwoColleagues_IsLoggedOnce()
    {
        await using var world = await WithFieldsAsync();
        await world.AddJonasAsync();
        var maras = await world.ReportAsync("1", Ann);
        var jonas = await world.ReportAsync(
            EmailWorld.Mail("2", Ann) with { From = EmailWorld.JonasAddress }, EmailWorld.JonasId);
        var reply = Happened(Kind.Replied, 1) with { MessageId = "r1@customer.example" };
        await world.ReportAsync(maras, reply);
        await world.ReportAsync(jonas, reply, EmailWorld.JonasId);

        await world.RunWellAsync();
        await world.RunWellAsync(EmailWorld.JonasConnectionId);
        await world.RunWellAsync();

        world.Logged().Should().HaveCount(3);
        world.Logged().Count(t => t.Text("Type") == "Reply").Should().Be(1);
    }

    [Fact]
    public async Task Events_OrgWithoutFields_AreKeptHereOnly()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = await world.ReportAsync("1", Ann);
        await world.RunWellAsync();
        await world.ReportAsync(mail, Happened(Kind.Opened, 1));
        world.Sandbox.Calls.Reset();

        await world.RunWellAsync();

        world.Sandbox.Calls.Total.Should().Be(0);
        (await world.FindAsync(mail)).Recipients.Single().Opened.Should().Be(1);
    }

    [Fact]
    public async Task Event_OfWhatCannotBe_IsRefusedByField()
    {
        await using var world = await EmailWorld.CreateAsync();
        var mail = await world.ReportAsync("1", Ann);
        var happened = new EmailEventInput
        {
            Event = Kind.Opened, Address = "bob@customer.example", At = TestStore.Start.AddDays(9), Id = "a b",
        };

        var report = await world.Log.ReportAsync(TestStore.RepId, mail.Id, happened, Stop);

        report.Should().BeOfType<EmailReport.Refused>().Subject.Problems.Should().BeEquivalentTo(
            new EmailReport.Problem[]
            {
                new("Address", EmailReport.ProblemCode.NotARecipient),
                new("At", EmailReport.ProblemCode.TimeOutOfRange),
                new("Id", EmailReport.ProblemCode.EventIdMalformed),
            });
    }

    [Fact]
    public async Task Event_OfSomebodyElsesMail_IsUnknown()
    {
        await using var world = await EmailWorld.CreateAsync();
        var mail = await world.ReportAsync("1", Ann);

        var report = await world.Log.ReportAsync(TestStore.AdminId, mail.Id, Happened(Kind.Opened, 1), Stop);

        report.Should().BeOfType<EmailReport.Unknown>();
        (await world.Log.FindAsync(TestStore.AdminId, mail.Id, Stop)).Should().BeNull();
    }

    private static async Task<EmailWorld> WithFieldsAsync(Action<SettingsEdit>? rule = null)
    {
        var world = await EmailWorld.CreateAsync(o => o.EmailFields = true, rule);
        world.AddLead(Ann);
        return world;
    }

    private static EmailEventInput Happened(Kind kind, int minute) =>
        new() { Event = kind, Address = Ann, At = TestStore.Start.AddMinutes(minute) };

    private static (int?, int?, bool, string?, string?) Marks(SObjectRecord task) => (
        task["MSE_Viewed__c"] as int?, task["MSE_Clicked__c"] as int?, task.Flag("MSE_Replied__c"),
        task.Text("MSE_Email_Status__c"), task.Text("MSE_Email_Attachments__c"));
}
