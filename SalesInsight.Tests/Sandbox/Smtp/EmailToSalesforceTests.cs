using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Smtp;

namespace SalesInsight.Tests.Sandbox.Smtp;

/// <summary>Email to Salesforce as salesforce-facts.md 5.2 has it, over the wire.</summary>
public sealed class EmailToSalesforceTests
{
    private const string Mara = "rep1@sandbox.test";
    private const string MaraAddress = "mara.visser@halden.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_ToAContactWithAnOpenDeal_IsFiledOnBoth()
    {
        await using var world = await StartAsync();
        var contact = world.Add("Contact", ("LastName", "Lee"), ("Email", "Ann@customer.example"));
        var deal = world.Add(
            "Opportunity", ("Name", "Deal"), ("StageName", "Prospecting"), ("CloseDate", "2027-01-01"));
        world.Add("OpportunityContactRole", ("OpportunityId", deal), ("ContactId", contact));

        await world.SendAsync(Mail("Ángebot", "ann@customer.example"));

        var task = world.Tasks().Should().ContainSingle().Which;
        (task.Text("Subject"), task.Text("WhoId"), task.Text("WhatId"), task.Text("Status")).Should()
            .Be(("Email: Ángebot", contact, deal, "Completed"));
        task.Text("Description").Should().Contain("Hello there");
    }

    [Theory]
    [InlineData(MailMatch.All, 2)]
    [InlineData(MailMatch.Oldest, 1)]
    [InlineData(MailMatch.MostActive, 1)]
    public async Task Address_OnSeveralRecords_IsFiledAsTheOrgSays(MailMatch match, int expected)
    {
        await using var world = await StartAsync(options => options.MailMatch = match);
        world.Add("Contact", ("LastName", "Lee"), ("Email", "ann@customer.example"));
        world.Add("Lead", ("LastName", "Lee"), ("Company", "C"), ("Email", "ann@customer.example"));

        await world.SendAsync(Mail("Offer", "ann@customer.example"));

        world.Tasks().Should().HaveCount(expected);
    }

    [Fact]
    public async Task Address_NobodyHas_BecomesAnUnresolvedItem()
    {
        await using var world = await StartAsync();

        await world.SendAsync(Mail("Offer", "nobody@customer.example"));

        var task = world.Tasks().Should().ContainSingle().Which;
        (task.Text("Subject"), task.Text("Status"), task.Text("WhoId")).Should()
            .Be(("Unresolved Email: Offer", "Not Started", null));
        task.Text("Description").Should().StartWith("No record has: nobody@customer.example");
    }

    [Fact]
    public async Task Recipient_ThatIsHidden_IsNotMatched()
    {
        await using var world = await StartAsync();
        world.Add("Lead", ("LastName", "Lee"), ("Company", "C"), ("Email", "hidden@customer.example"));
        world.Add("Lead", ("LastName", "Lee"), ("Company", "C"), ("Email", "ann@customer.example"));
        var mail = Mail("Offer", "ann@customer.example");
        mail.Bcc.Add("hidden@customer.example");

        await world.SendAsync(mail);

        world.Tasks().Should().ContainSingle();
    }

    [Fact]
    public async Task Address_BeyondTheFiftieth_IsNotLookedAt()
    {
        await using var world = await StartAsync();
        world.Add("Lead", ("LastName", "Lee"), ("Company", "C"), ("Email", "a51@customer.example"));

        await world.SendAsync(Mail("Offer", [.. Enumerable.Range(1, 51).Select(n => $"a{n}@customer.example")]));

        world.Tasks().Should().ContainSingle().Which.Text("Description").Should().NotContain("No record has: a51@");
    }

    [Fact]
    public async Task Reference_InTheText_LinksTheRecordItNames()
    {
        await using var world = await StartAsync();
        var account = world.Add("Account", ("Name", "Customer"));
        var mail = Mail("Offer", MaraAddress);
        mail.Body = $"As agreed (ref: {account[..15]})";

        await world.SendAsync(mail);

        world.Tasks().Should().ContainSingle().Which.Text("WhatId").Should().Be(account);
    }

    [Fact]
    public async Task Sender_TheUserDoesNotAccept_LeavesNothing()
    {
        await using var world = await StartAsync();
        world.Add("Lead", ("LastName", "Lee"), ("Company", "C"), ("Email", "ann@customer.example"));
        var mail = Mail("Offer", "ann@customer.example");
        mail.From = new MailAddress("stranger@elsewhere.example");

        await world.SendAsync(mail);

        world.Tasks().Should().BeEmpty();
    }

    [Fact]
    public async Task Client_BeyondTheBounds_IsToldOrCutOff()
    {
        await using var world = await StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", world.Port, Stop);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(Stop)).Should().StartWith("220 ");
        foreach (var (said, answer) in new[]
        {
            ("VRFY ann", "502"), ("DATA", "503"), ("RCPT TO:<a@b.example>", "503"), ("MAIL FROM:a@b.example", "501"),
            ("MAIL FROM:<a@b.example>", "250"), ("RCPT TO:<>", "501"), ("RSET", "250"),
        })
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said + "\r\n"), Stop);
            (await reader.ReadLineAsync(Stop)).Should().StartWith(answer, said);
        }

        await stream.WriteAsync(new byte[100_000], Stop);
        var end = async () => await reader.ReadLineAsync(Stop);
        try
        {
            (await end()).Should().BeNull();
        }
        catch (IOException)
        {
            // cut off while still writing: the line went beyond its bound
        }
    }

    private static Task<World> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { Seed = "empty", SmtpPort = 0 };
        configure?.Invoke(options);
        return World.StartAsync(options);
    }

    private static MailMessage Mail(string subject, params string[] to)
    {
        var mail = new MailMessage { From = new MailAddress(MaraAddress), Subject = subject, Body = "Hello there" };
        foreach (var address in to) mail.To.Add(address);
        return mail;
    }

    private sealed class World(SandboxServer server) : IAsyncDisposable
    {
        public int Port => server.SmtpPort!.Value;

        public static async Task<World> StartAsync(SandboxOptions options) =>
            new(await SandboxServer.StartAsync(options));

        public string Add(string entity, params (string Field, object? Value)[] fields)
        {
            var result = server.Org.Records.Create(
                server.Org.As(Mara), entity, fields.ToDictionary(f => f.Field, f => f.Value));
            result.Errors.Should().BeEmpty();
            return result.Id!;
        }

        public IReadOnlyList<SObjectRecord> Tasks() => server.Org.Records.List(server.Org.As(Mara), "Task");

        public async Task SendAsync(MailMessage mail)
        {
            mail.Bcc.Add(AddressOf(Mara));
            using var client = new SmtpClient("127.0.0.1", Port);
            await client.SendMailAsync(mail, Stop);
            mail.Dispose();
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();

        private string AddressOf(string user)
        {
            var id = server.Org.Users.FindByUsername(user)!.Id;
            var row = server.Org.Records.List(server.Org.As("admin@sandbox.test"), "EmailServicesAddress")
                .Single(a => a.Text("RunAsUserId") == id);
            return $"{row.Text("LocalPart")}@{row.Text("EmailDomainName")}";
        }
    }
}
