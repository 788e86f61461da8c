using SalesInsight.Sandbox.Faults;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog.Trials;

/// <summary>A test of a mail says what the logging then does, and does nothing itself.</summary>
public class EmailTrialTests
{
    private const string Ann = "ann@customer.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EmailRule.NoMatch.DoNotLog)]
    [InlineData(EmailRule.NoMatch.CreateLead)]
    [InlineData(EmailRule.NoMatch.LogWithoutPerson)]
    public async Task Trial_OfEveryKindOfAddress_SaysWhatTheRunThenDoes(EmailRule.NoMatch noMatch)
    {
        await using var world = await EmailWorld.CreateAsync(rule: edit => edit
            .Set(SettingKeys.EmailNoMatch, noMatch).Set(SettingKeys.EmailExclusions, "private.example"));
        world.AddOpportunity(world.AddContact(Ann), isPrimary: true);
        world.AddLead("twice@customer.example");
        world.AddContact("twice@customer.example");
        world.Convert(world.AddLead("converted@customer.example"));
        var mail = EmailWorld.Mail("1", Ann, "twice@customer.example", "converted@customer.example",
            "nobody@customer.example", "jonas@halden.example", "mum@private.example", EmailWorld.MaraAddress) with
        {
            InReplyTo = "<0@customer.example>", Attachments = [new("offer.pdf", 12)],
        };

        var told = await TellAsync(world, mail);
        (world.Logged().Count, world.Leads().Count(l => l.Text("LastName") != "Lead")).Should().Be((0, 0));
        var sent = await world.ReportAsync(mail);
        await world.SettleAsync();

        var logged = await world.FindAsync(sent);
        told.Lines.Select(l => (l.Address, l.Reason)).Should()
            .BeEquivalentTo(logged.Recipients.Select(r => (r.Address, r.Reason)));
        var made = world.Logged().Select(t => Fields(t.Text("Subject"), t.Text("Type"), t.Text("Description"),
            t.Text("WhatId"), t.Text("Status")));
        told.Lines.SelectMany(l => l.Records).Select(r => Fields(Of(r, "Subject"), Of(r, "Type"),
            Of(r, "Description"), Of(r, "WhatId"), Of(r, "Status"))).Should().BeEquivalentTo(made);
    }

    [Fact]
    public async Task Trial_OfAContact_NamesThePersonAndTheDeal()
    {
        await using var world = await EmailWorld.CreateAsync();
        var deal = world.AddOpportunity(world.AddContact(Ann));

        var told = await TellAsync(world, EmailWorld.Mail("1", Ann));

        var record = told.Lines.Should().ContainSingle().Subject.Records.Should().ContainSingle().Subject;
        (record.Person!.Type, record.Person.Name).Should().Be(("Contact", "Contact"));
        (record.Opportunity!.Id, record.Opportunity.Name).Should().Be((deal, "Deal"));
    }

    [Fact]
    public async Task Trial_OfAMailLoggedBefore_SaysItIsThere()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        await world.ReportAsync("1", Ann);
        await world.RunWellAsync();

        var told = await TellAsync(world, EmailWorld.Mail("1", Ann));

        told.Lines.Single().Should().BeEquivalentTo(new { IsLogged = true, Reason = EmailReason.AlreadyLogged });
    }

    [Fact]
    public async Task Trial_OfTwoAddressesOfOnePerson_MakesOneRecord()
    {
        await using var world = await EmailWorld.CreateAsync();
        const string bob = "bob@customer.example";
        world.Sandbox.Org.Records.Update(
            world.Sandbox.Org.As(EmailWorld.Admin), "Contact", world.Convert(world.AddLead(Ann)),
            new Dictionary<string, object?> { ["Email"] = bob });

        var told = await TellAsync(world, EmailWorld.Mail("1", Ann, bob));

        told.Lines.SelectMany(l => l.Records).Should().ContainSingle();
        told.Lines.Select(l => l.Reason).Should()
            .Equal(EmailReason.LoggedConverted, EmailReason.AlreadyLogged);
    }

    [Fact]
    public async Task Trial_UnderUnsavedValues_FollowsThem()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);

        var told = await TellAsync(
            world, EmailWorld.Mail("1", Ann), new SettingsEdit().Set(SettingKeys.EmailExclusions, Ann));

        told.Lines.Single().Reason.Should().Be(EmailReason.OwnExclusion);
        (await TellAsync(world, EmailWorld.Mail("1", Ann))).Lines.Single().Reason
            .Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Fact]
    public async Task Trial_OfADraftFile_NeedsNoIdOrSender()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);

        var told = await TellAsync(world, EmailWorld.Mail("1", Ann) with { MessageId = "", From = "" });

        told.Lines.Single().Reason.Should().Be(EmailReason.LoggedOnlyMatch);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Trial_OfAMailToTheUser_CountsOnlyAsAnAnswer(bool isAnswer, bool isTold)
    {
        await using var world = await EmailWorld.CreateAsync();
        world.AddLead(Ann);
        var mail = EmailWorld.Mail("1", EmailWorld.MaraAddress) with
        {
            From = Ann, InReplyTo = isAnswer ? "<0@halden.example>" : null,
        };

        var trial = await world.Trials.TryAsync(TestStore.RepId, mail, null, Stop);

        if (isTold) trial.Should().BeOfType<EmailTrial.Told>().Subject.Lines.Single().Address.Should().Be(Ann);
        else trial.Should().Be(new EmailTrial.NotYours(Ann, EmailWorld.MaraAddress));
    }

    [Fact]
    public async Task Trial_OfNoMail_SaysWhatIsWrong()
    {
        await using var world = await EmailWorld.CreateAsync();

        var trial = await world.Trials.TryAsync(
            TestStore.RepId, EmailWorld.Mail("1", "nobody"), null, Stop);

        trial.Should().BeOfType<EmailTrial.Refused>().Subject.Problems
            .Should().ContainSingle(p => p.Code == EmailReport.ProblemCode.NotAnAddress);
    }

    [Fact]
    public async Task Trial_WithoutAConnection_SaysSo()
    {
        await using var world = await EmailWorld.CreateAsync();
        await world.Store.AddUserAsync(EmailWorld.JonasId, "Jonas Lindqvist", Stop);

        var trial = await world.Trials.TryAsync(
            EmailWorld.JonasId, EmailWorld.Mail("1", Ann) with { From = "" }, null, Stop);

        trial.Should().BeOfType<EmailTrial.NotConnected>();
    }

    [Fact]
    public async Task Trial_WhileSalesforceIsDown_SaysWhy()
    {
        await using var world = await EmailWorld.CreateAsync();
        world.Sandbox.Faults.Add(SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down"));

        var trial = await world.Trials.TryAsync(TestStore.RepId, EmailWorld.Mail("1", Ann), null, Stop);

        trial.Should().BeOfType<EmailTrial.Failed>().Subject.Fault.Should().Be(FaultCode.Unreachable);
    }

    private static async Task<EmailTrial.Told> TellAsync(
        EmailWorld world, EmailInput mail, SettingsEdit? unsaved = null) =>
        (await world.Trials.TryAsync(TestStore.RepId, mail, unsaved, Stop))
            .Should().BeOfType<EmailTrial.Told>().Subject;

    private static string? Of(EmailTrial.Activity record, string field) =>
        record.Fields.SingleOrDefault(f => f.Name == field)?.Value;

    private static string Fields(params string?[] values) => string.Join('|', values);
}
