using System.Net;
using System.Text.Json;
using FluentAssertions;
using SalesInsight.Sandbox;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>sObject collections (COLL and JSF in salesforce-facts.md 2.5).</summary>
public sealed class CollectionResourceTests
{
    [Fact] // COLL: HTTP 200 with results in order; JSF: items say statusCode, not errorCode
    [Source("9.1 collections: create")]
    [Source("9.1 collections: statusCode")]
    public async Task Create_OneBad_SavesTheOthersInOrder()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite/sobjects", new
        {
            allOrNone = false,
            records = new[] { Record("A"), Record(new string('x', 256)), Record("C") },
        });

        reply.Status.Should().Be(HttpStatusCode.OK);
        Successes(reply).Should().Equal(true, false, true);
        reply.Json[1].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("STRING_TOO_LONG");
        reply.Json[1].GetProperty("errors")[0].GetProperty("fields")[0].GetString().Should().Be("Subject");
        reply.Json[1].TryGetProperty("id", out _).Should().BeFalse();
        caller.Org.Records.List(caller.Context, "Task").Select(task => task.Text("Subject")).Should().Equal("A", "C");
    }

    [Fact] // JSF: with allOrNone the innocent say ALL_OR_NONE_OPERATION_ROLLED_BACK and nothing is written
    public async Task Create_AllOrNone_RollsTheInnocentBack()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite/sobjects", new
        {
            allOrNone = true,
            records = new[] { Record("A"), Record(new string('x', 256)) },
        });

        Codes(reply).Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "STRING_TOO_LONG");
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
    }

    [Fact] // RFDB, CODES: per item, gone and unknown rows
    [Source("9.1 collections: update")]
    public async Task Update_GoneAndUnknown_SaysWhich()
    {
        await using var caller = await RestCaller.StartAsync();
        var (live, gone) = (caller.CreateTask(("Subject", "A")), caller.CreateTask());
        caller.Org.Records.Delete(caller.Context, "Task", gone);

        var reply = await caller.SendAsync("PATCH", "composite/sobjects", new
        {
            records = new[] { live, gone, "00T5i00000000zz", "rubbish" }
                .Select(id => new { attributes = new { type = "Task" }, id, Subject = "B" }),
        });

        Codes(reply).Should().Equal(null, "ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID");
        caller.Org.Records.Find(caller.Context, "Task", live)!.Text("Subject").Should().Be("B");
    }

    [Fact] // JSF: DELETE ?ids=a,b
    [Source("9.1 collections: delete")]
    public async Task Delete_ByIds_MovesThemToTheBin()
    {
        await using var caller = await RestCaller.StartAsync();
        var (first, second) = (caller.CreateTask(), caller.CreateTask());

        var reply = await caller.SendAsync("DELETE", $"composite/sobjects?ids={first},{second}&allOrNone=false");

        Successes(reply).Should().Equal(true, true);
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
    }

    [Theory] // facts 11.12 is an assumption: null in place of what is out of sight, or nothing
    [Source("9.1 collections: retrieve")]
    [Source("11.12")]
    [InlineData(true, "x,null,y,null")]
    [InlineData(false, "x,y")]
    public async Task Retrieve_WithUnseenIds_AnswersAsAssumed(bool answersNull, string expected)
    {
        var options = new SandboxOptions { Seed = "empty", RetrieveAnswersNull = answersNull };
        await using var caller = await RestCaller.StartAsync(options);
        var (x, y) = (caller.CreateTask(("Subject", "x")), caller.CreateTask(("Subject", "y")));
        var (gone, hidden) = (caller.CreateTask(), caller.CreateTask());
        caller.Org.Records.Delete(caller.Context, "Task", gone);
        caller.Org.Rights.HideRecord(caller.Context.UserId, hidden);

        var body = new { ids = new[] { x, gone, y, hidden }, fields = new[] { "Subject" } };
        var posted = await caller.SendAsync("POST", "composite/sobjects/Task", body);
        var got = await caller.SendAsync("GET", $"composite/sobjects/Task?ids={x},{gone},{y},{hidden}&fields=Subject");

        Subjects(posted).Should().Be(expected);
        Subjects(got).Should().Be(expected);
    }

    [Fact] // JSF: upsert items say created, failed ones too
    [Source("9.1 collections: upsert")]
    public async Task Upsert_NewOldAndBad_SaysCreated()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.CreateTask(("SalesInsight_Id__c", "old"));

        var reply = await caller.SendAsync("PATCH", "composite/sobjects/Task/SalesInsight_Id__c", new
        {
            records = new[] { "new", "old", "bad" }.Select(key => new Dictionary<string, object>
            {
                ["attributes"] = new { type = "Task" },
                ["SalesInsight_Id__c"] = key,
                ["Subject"] = key == "bad" ? new string('x', 256) : key,
            }),
        });

        Successes(reply).Should().Equal(true, true, false);
        reply.Json.EnumerateArray().Select(item => item.GetProperty("created").GetBoolean())
            .Should().Equal(true, false, true);
    }

    [Theory] // COLL: 200 records
    [Source("9.1 collections: cap")]
    [Source("9.2.12 collections")]
    [InlineData(200, HttpStatusCode.OK)]
    [InlineData(201, HttpStatusCode.BadRequest)]
    public async Task Create_ManyRecords_HoldsTheCap(int count, HttpStatusCode expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "composite/sobjects", new
        {
            records = Enumerable.Range(0, count).Select(at => Record($"{at}")),
        });

        reply.Status.Should().Be(expected);
    }

    [Theory] // COLL: at most ten chunks of one type each
    [Source("9.2.12 chunks")]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task Create_MixedTypes_HoldsTheChunkCap(int chunks, HttpStatusCode expected)
    {
        await using var caller = await RestCaller.StartAsync();
        var records = Enumerable.Range(0, chunks).Select(at => at % 2 == 0
            ? Record("x")
            : new { attributes = new { type = "Account" }, Name = "x" });

        var reply = await caller.SendAsync("POST", "composite/sobjects", new { records });

        reply.Status.Should().Be(expected);
    }

    private static object Record(string subject) => new { attributes = new { type = "Task" }, Subject = subject };

    private static IEnumerable<bool> Successes(RestReply reply) =>
        reply.Json.EnumerateArray().Select(item => item.GetProperty("success").GetBoolean());

    private static IEnumerable<string?> Codes(RestReply reply) => reply.Json.EnumerateArray()
        .Select(item => item.GetProperty("errors").EnumerateArray().ToList())
        .Select(errors => errors.Count == 0 ? null : errors[0].GetProperty("statusCode").GetString());

    private static string Subjects(RestReply reply) => string.Join(',', reply.Json.EnumerateArray()
        .Select(item => item.ValueKind == JsonValueKind.Null ? "null" : item.GetProperty("Subject").GetString()));
}
