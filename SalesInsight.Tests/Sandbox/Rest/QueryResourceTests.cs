using System.Net;
using FluentAssertions;
using SalesInsight.Sandbox.Seeds;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>query and queryAll over HTTP (SOQLLIM, JSF in salesforce-facts.md 2.3).</summary>
public sealed class QueryResourceTests
{
    [Fact]
    [Source("9.1 query: q")]
    public async Task First_WithRelationships_NestsParentsAndNulls()
    {
        await using var caller = await RestCaller.StartAsync();
        var lead = caller.Org.Records.Create(
            caller.Context, "Lead", new Dictionary<string, object?> { ["LastName"] = "Feld", ["Company"] = "F" }).Id;
        caller.CreateTask(("Subject", "Call"), ("WhoId", lead));

        var reply = await caller.QueryAsync("SELECT Id, Who.Name, Who.Type, What.Name, Owner.Name FROM Task");

        var record = reply.Json.GetProperty("records")[0];
        record.GetProperty("Who").GetProperty("attributes").GetProperty("type").GetString().Should().Be("Lead");
        record.GetProperty("Who").GetProperty("Name").GetString().Should().Be("Feld");
        record.GetProperty("What").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        record.GetProperty("Owner").GetProperty("Name").GetString().Should().Be("Mara Visser");
    }

    [Fact] // SOQLLIM: 2,000 rows a page; JSF: locators live under /query/ of any version, for queryAll too
    [Source("9.1 query: locator")]
    public async Task Next_OverThreePages_AnswersEveryRowOnce()
    {
        await using var caller = await RestCaller.StartAsync();
        BulkSeed.Fill(caller.Org, RestCaller.Mara, 4_001);

        var first = await caller.QueryAsync("SELECT Id FROM Task ORDER BY SystemModstamp, Id", "queryAll");
        var locator = first.Json.GetProperty("nextRecordsUrl").GetString()!;
        var second = await caller.SendAsync("GET", locator.Replace("v60.0", "v42.0", StringComparison.Ordinal));
        var third = await caller.SendAsync("GET", second.Json.GetProperty("nextRecordsUrl").GetString()!);

        locator.Should().StartWith("/services/data/v60.0/query/01g");
        first.Json.GetProperty("totalSize").GetInt32().Should().Be(4_001);
        third.Json.GetProperty("done").GetBoolean().Should().BeTrue();
        first.Column("Id").Concat(second.Column("Id")).Concat(third.Column("Id"))
            .Should().HaveCount(4_001).And.OnlyHaveUniqueItems();
        caller.Server.Calls.Total.Should().Be(3);
    }

    [Theory] // SOQLPDF: batchSize is a hint within 200 and 2,000
    [InlineData("batchSize=250", 250)]
    [InlineData("batchSize=1", 200)]
    public async Task First_WithBatchSize_PagesByIt(string header, int expected)
    {
        await using var caller = await RestCaller.StartAsync();
        BulkSeed.Fill(caller.Org, RestCaller.Mara, 300);

        var reply = await caller.SendAsync(
            "GET", "query?q=SELECT+Id+FROM+Task", null, ("Sforce-Query-Options", header));

        reply.Column("Id").Should().HaveCount(expected);
    }

    [Fact] // SOQLLIM: a locator lives two days; of another user or unknown it is no locator
    public async Task Next_DeadLocator_IsInvalid()
    {
        await using var caller = await RestCaller.StartAsync(new()
        {
            Seed = "empty",
            SessionLifetime = TimeSpan.FromDays(9),
        });
        BulkSeed.Fill(caller.Org, RestCaller.Mara, 2_001);
        var first = await caller.QueryAsync("SELECT Id FROM Task");
        caller.Org.Clock.Advance(TimeSpan.FromDays(2.1));

        var late = await caller.SendAsync("GET", first.Json.GetProperty("nextRecordsUrl").GetString()!);
        var unknown = await caller.SendAsync("GET", "query/01g000000000000AAA-2000");

        (late.Status, late.ErrorCode).Should().Be((HttpStatusCode.BadRequest, "INVALID_QUERY_LOCATOR"));
        unknown.ErrorCode.Should().Be("INVALID_QUERY_LOCATOR");
    }

    [Fact]
    public async Task First_Count_AnswersANumber()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.CreateTask();

        var reply = await caller.QueryAsync("SELECT COUNT() FROM Task");

        reply.Text.Should().Be("""{"totalSize":1,"done":true,"records":[]}""");
    }

    [Fact] // RF: whole-request errors are an array with errorCode
    public async Task First_BadQuery_AnswersAnArray()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.QueryAsync("SELECT Nothing FROM Task");

        (reply.Status, reply.ErrorCode).Should().Be((HttpStatusCode.BadRequest, "INVALID_FIELD"));
    }

    [Fact] // JSF: query?explain= answers plans
    [Source("9.1 query: explain")]
    public async Task First_Explain_AnswersAPlan()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.CreateTask();

        var reply = await caller.SendAsync("GET", "query?explain=SELECT+Id+FROM+Task");

        var plan = reply.Json.GetProperty("plans")[0];
        plan.GetProperty("sobjectType").GetString().Should().Be("Task");
        plan.GetProperty("cardinality").GetInt32().Should().Be(1);
    }
}
