using System.Net;
using FluentAssertions;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>Single records over HTTP; tags name the source in salesforce-facts.md.</summary>
public sealed class RecordResourceTests
{
    [Fact] // RFDB: 201, Location, {"id","success":true,"errors":[]}
    [Source("9.1 CRUD: create")]
    public async Task Create_Task_AnswersIdAndLocation()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { Subject = "Call" });

        reply.Status.Should().Be(HttpStatusCode.Created);
        var id = reply.Json.GetProperty("id").GetString()!;
        id.Should().HaveLength(18).And.StartWith("00T");
        reply.Text.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[]}""");
        reply.Headers["Location"].Should().Be($"/services/data/v60.0/sobjects/Task/{id}");
    }

    [Theory] // JSON, and no record: found by throwing a million bodies at the sandbox
    [InlineData("POST", "sobjects/Task", "[[]]")]
    [InlineData("POST", "sobjects/Task", "7")]
    [InlineData("POST", "sobjects/Task", """{"Subject":"\ud83d"}""")]
    [InlineData("PATCH", "sobjects/Task/SalesInsight_Id__c/one", "\"text\"")]
    public async Task Write_BodyThatIsNoRecord_IsRefusedInSalesforcesWords(string method, string path, string body)
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync(method, path, body);

        reply.Text.Should().Contain("JSON_PARSER_ERROR");
    }

    [Theory] // a header named twice; a reference that would reach out of its own text
    [InlineData("""{"method":"POST","url":"v60.0/sobjects/Task","referenceId":"b","httpHeaders":{"x":1,"X":2}}""")]
    [InlineData("""{"method":"POST","url":"v60.0/sobjects/Task","referenceId":"b","body":{"Type":"@{a.id"}}""")]
    public async Task Composite_OddPart_IsRefusedAlone(string odd)
    {
        await using var caller = await RestCaller.StartAsync();
        const string good = """{"method":"GET","url":"v60.0/limits","referenceId":"a"}""";

        var reply = await caller.SendAsync("POST", "composite", $$"""{"compositeRequest":[{{good}},{{odd}}]}""");

        reply.Json.GetProperty("compositeResponse").EnumerateArray()
            .Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().HaveCount(2).And.StartWith(200);
    }

    [Fact] // RFDB: moments as 2015-06-26T19:57:44.000+0000, attributes first
    [Source("9.1 CRUD: read")]
    public async Task Get_Task_AnswersAttributesAndStamps()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Call"), ("ActivityDate", "2026-11-24"));

        var reply = await caller.SendAsync("GET", $"sobjects/Task/{id[..15]}");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Json.GetProperty("attributes").GetProperty("url").GetString()
            .Should().Be($"/services/data/v60.0/sobjects/Task/{id}");
        reply.Json.GetProperty("ActivityDate").GetString().Should().Be("2026-11-24");
        reply.Json.GetProperty("SystemModstamp").GetString().Should().MatchRegex(
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$");
    }

    [Fact] // RF: only what was asked for, the id beside it
    [Source("9.1 CRUD: ?fields=")]
    public async Task Get_WithFields_AnswersThose()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Call"));

        var reply = await caller.SendAsync("GET", $"sobjects/Task/{id}?fields=Subject,Status");
        var wrong = await caller.SendAsync("GET", $"sobjects/Task/{id}?fields=Colour");

        reply.Json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("attributes", "Subject", "Status", "Id");
        wrong.ErrorCode.Should().Be("INVALID_FIELD");
    }

    [Theory] // facts 2.1, from memory: a write on condition that nobody was faster, at one-second grain
    [Source("11.13")]
    [InlineData(0, HttpStatusCode.NoContent)]
    [InlineData(60, HttpStatusCode.PreconditionFailed)]
    public async Task Update_IfUnmodifiedSince_IsGuarded(int secondsBefore, HttpStatusCode expected)
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Call"));
        var seen = caller.Org.Clock.Stamp.AddSeconds(-secondsBefore);

        var reply = await caller.SendAsync(
            "PATCH", $"sobjects/Task/{id}", new { Subject = "x" }, ("If-Unmodified-Since", seen.ToString("R")));

        reply.Status.Should().Be(expected);
    }

    [Fact] // RFDB: PATCH 204 empty; DELETE 204; a second DELETE 404 ENTITY_IS_DELETED with fields
    [Source("9.1 CRUD: update 204")]
    [Source("9.1 CRUD: delete")]
    [Source("9.1 headers: 204 without body")]
    public async Task Delete_Twice_SaysTheEntityIsDeleted()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask(("Subject", "Call"));

        var patched = await caller.SendAsync("PATCH", $"sobjects/Task/{id}", new { Status = "Completed" });
        var deleted = await caller.SendAsync("DELETE", $"sobjects/Task/{id}");
        var again = await caller.SendAsync("DELETE", $"sobjects/Task/{id}");

        (patched.Status, patched.Text).Should().Be((HttpStatusCode.NoContent, ""));
        deleted.Status.Should().Be(HttpStatusCode.NoContent);
        again.Status.Should().Be(HttpStatusCode.NotFound);
        again.Text.Should().Be("""[{"message":"entity is deleted","errorCode":"ENTITY_IS_DELETED","fields":[]}]""");
    }

    [Theory] // UPS: 204 before v46, from then on 200 with created:false
    [Source("9.1 upsert: created")]
    [Source("9.1 version: 46 upsert")]
    [Source("11.1")]
    [InlineData(45, HttpStatusCode.NoContent, "")]
    [InlineData(46, HttpStatusCode.OK, "\"created\":false")]
    public async Task Upsert_Existing_AnswersByVersion(int version, HttpStatusCode status, string body)
    {
        await using var caller = await RestCaller.StartAsync();
        var path = $"/services/data/v{version}.0/sobjects/Task/SalesInsight_Id__c/install-1";

        var first = await caller.SendAsync("PATCH", path, new { Subject = "One" });
        var second = await caller.SendAsync("PATCH", path, new { Subject = "Two" });

        first.Status.Should().Be(HttpStatusCode.Created);
        second.Status.Should().Be(status);
        second.Text.Contains(body, StringComparison.Ordinal).Should().BeTrue();
        (second.Text.Length > 0).Should().Be(version >= 46);
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle()
            .Which.Text("Subject").Should().Be("Two");
    }

    [Fact] // UPS: several matches are 300 with their URLs and nothing is written
    [Source("9.1 upsert: 300")]
    public async Task Upsert_NonUniqueKeyMatchesTwo_AnswersThreeHundred()
    {
        var options = new SandboxOptions { Seed = "empty", CustomIdField = CustomIdField.ExternalIdOnly };
        await using var caller = await RestCaller.StartAsync(options);
        caller.CreateTask(("Subject", "A"), ("SalesInsight_Id__c", "same"));
        caller.CreateTask(("Subject", "B"), ("SalesInsight_Id__c", "same"));

        var reply = await caller.SendAsync(
            "PATCH", "sobjects/Task/SalesInsight_Id__c/same", new { Subject = "C" });

        ((int)reply.Status).Should().Be(300);
        reply.Json.GetArrayLength().Should().Be(2);
        caller.Org.Records.List(caller.Context, "Task").Select(task => task.Text("Subject")).Should().Equal("A", "B");
    }
}
