using SalesInsight.Sandbox;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.EmailDelivery;

/// <summary>From compose to the right records of the org, with no call of its API.</summary>
public sealed class BccToSalesforceTests
{
    private const string Rep = "rep1@sandbox.test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_WithBccActive_IsFiledByTheOrg_OnItsLeadContactAndDeal()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Seed = "empty", SmtpPort = 0 });
        string Add(string entity, params (string Field, object? Value)[] fields) => sandbox.Org.Records.Create(
            sandbox.Org.As(Rep), entity, fields.ToDictionary(f => f.Field, f => f.Value)).Id!;
        var lead = Add("Lead", ("LastName", "Bo"), ("Company", "C"), ("Email", "bo@customer.example"));
        var contact = Add("Contact", ("LastName", "Lee"), ("Email", "ann@customer.example"));
        var deal = Add("Opportunity", ("Name", "Deal"), ("StageName", "Prospecting"), ("CloseDate", "2027-01-01"));
        Add("OpportunityContactRole", ("OpportunityId", deal), ("ContactId", contact));
        await using var world = await DeliveryWorld.CreateAsync(
            ("Email:SmtpHosts", "localhost"), ("Email:PlainHosts", "localhost"));
        await world.Channels.SaveAsync(
            TestStore.RepId,
            new(DeliveryChannel.Kind.Smtp, "localhost", sandbox.SmtpPort!.Value, "", null, 30),
            Stop);
        var address = sandbox.Org.Records.List(sandbox.Org.As(Rep), "EmailServicesAddress")
            .Single(a => a.Text("CreatedById") == sandbox.Org.Users.FindByUsername(Rep)!.Id);
        await world.SetBccAsync($"{address.Text("LocalPart")}@{address.Text("EmailDomainName")}");

        var mail = await world.DeliverAsync("Offer", "Ann Lee <ann@customer.example>", "bo@customer.example");

        mail.HasBcc.Should().BeTrue(mail.Answer);
        sandbox.Org.Records.List(sandbox.Org.As(Rep), "Task")
            .Select(t => (t.Text("Subject"), t.Text("WhoId"), t.Text("WhatId"))).Should()
            .BeEquivalentTo([("Email: Offer", (string?)contact, (string?)deal), ("Email: Offer", lead, null)]);
        sandbox.Org.Records.List(sandbox.Org.As(Rep), "Task").Should()
            .AllSatisfy(t => t.Text("Description").Should().NotContain("emailtosalesforce"));
    }
}
