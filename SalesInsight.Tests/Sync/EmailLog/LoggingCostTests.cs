using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>What a logging run costs, counted by the sandbox as Salesforce counts.</summary>
public class LoggingCostTests(ITestOutputHelper output)
{
    private const int Mails = 1_000, PerMail = 3, CallsMax = 25;

    [Fact]
    public async Task Run_ThousandMailsToThreeThousandPeople_CostsAtMost25Calls()
    {
        await using var world = await EmailWorld.CreateAsync(o => o.EmailFields = true);
        for (var person = 0; person < Mails * PerMail; person++)
            if (person % 2 == 0) world.AddLead(Address(person));
            else world.AddOpportunity(world.AddContact(Address(person)));
        for (var mail = 0; mail < Mails; mail++)
            await world.ReportAsync($"{mail}", [.. Enumerable.Range(mail * PerMail, PerMail).Select(Address)]);
        world.Sandbox.Calls.Reset();
        var time = System.Diagnostics.Stopwatch.StartNew();

        await world.RunWellAsync();

        output.WriteLine($"{world.Sandbox.Calls.Total} calls, {time.Elapsed.TotalSeconds:0.0} s");
        world.Logged().Should().HaveCount(Mails * PerMail);
        world.Logged().Count(t => t.Text("WhatId") is not null).Should().Be(Mails * PerMail / 2);
        world.Sandbox.Calls.Total.Should().BeLessThanOrEqualTo(CallsMax);
    }

    [Fact]
    public async Task Run_NothingReported_CostsNoCall()
    {
        await using var world = await EmailWorld.CreateAsync();

        await world.RunWellAsync();

        world.Sandbox.Calls.Total.Should().Be(0);
    }

    [Fact]
    public async Task Run_OnlyColleaguesReported_CostsNoCall()
    {
        await using var world = await EmailWorld.CreateAsync();
        var mail = await world.ReportAsync("1", EmailWorld.JonasAddress);

        await world.RunWellAsync();

        world.Sandbox.Calls.Total.Should().Be(0);
        (await world.ReasonAsync(mail)).Should().Be(EmailReason.OwnDomain);
    }

    [Theory]
    [InlineData("{0}@c.example")]
    [InlineData("first.name.{0}@subsidiary.of-a-rather-long-company-name.example")]
    [InlineData("o'bri+en%{0}@b\u00fccher.example")]
    [InlineData("\"a b\\\"c{0}\"@customer.example")]
    public void Chunks_OfAddresses_FitTheAddressOfARequest(string form)
    {
        var addresses = Enumerable.Range(0, 2_000)
            .Select(i => SalesInsight.Sync.Reminders.EmailAddress.Parse(string.Format(null, form, i))!).ToList();

        var chunks = PeopleQueries.Chunks(addresses).ToList();

        chunks.SelectMany(c => c).Should().Equal(addresses.SelectMany(a => a.Spellings));
        foreach (var chunk in chunks)
            SalesInsight.Sync.Salesforce.QueryPath.Live("/services/data/v62.0", PeopleQueries.Leads(chunk)).Length
                .Should().BeLessThanOrEqualTo(PeopleQueries.AddressBytesMax);
        chunks[0].Count.Should().BeGreaterThan(100, "some hundred addresses go into one query");
    }

    private static string Address(int person) => $"person{person}.of.customers@customer{person % 50}.example";
}
