using System.Net;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>The small resources jsforce reads: what an org shows of itself to its user.</summary>
public sealed class OrgListsTests
{
    [Fact]
    [Source("9.1 meta: recent")]
    public async Task Recent_AfterSomeWrites_NamesOwnRecordsNewestFirst()
    {
        await using var caller = await RestCaller.StartAsync();
        var first = caller.CreateTask(("Subject", "First"));
        caller.Org.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = caller.CreateTask(("Subject", "Second"));
        caller.Org.Records.Create(caller.Org.As(RestCaller.Jonas), "Task", new Dictionary<string, object?>());

        var reply = await caller.SendAsync("GET", "recent");
        var limited = await caller.SendAsync("GET", "recent?limit=1");
        var basic = await caller.SendAsync("GET", "sobjects/Task");

        reply.Json.EnumerateArray().Select(row => row.GetProperty("Id").GetString()).Should().Equal(second, first);
        limited.Json[0].GetProperty("Subject").GetString().Should().Be("Second");
        limited.Json.GetArrayLength().Should().Be(1);
        basic.Json.GetProperty("recentItems").GetArrayLength().Should().Be(2);
    }

    [Fact]
    [Source("9.1 meta: recent")]
    public async Task Recent_RowBetweenTwoRecords_IsNotListed()
    {
        await using var caller = await RestCaller.StartAsync();
        var contact = Create("Contact", ("LastName", "Lee"));
        var deal = Create(
            "Opportunity", ("Name", "Deal"), ("StageName", "Prospecting"), ("CloseDate", "2027-01-01"));
        Create("OpportunityContactRole", ("OpportunityId", deal), ("ContactId", contact));

        var reply = await caller.SendAsync("GET", "recent");
        var tabs = await caller.SendAsync("GET", "tabs");

        reply.Json.EnumerateArray().Select(row => row.GetProperty("Id").GetString())
            .Should().BeEquivalentTo([contact, deal]);
        tabs.Text.Should().NotContain("OpportunityContactRole");

        string Create(string name, params (string Field, object? Value)[] fields) => caller.Org.Records.Create(
            caller.Org.As(RestCaller.Mara), name, fields.ToDictionary(f => f.Field, f => f.Value)).Id!;
    }

    [Theory]
    [Source("9.1 meta: tabs, theme, quickActions")]
    [InlineData("tabs", "\"sobjectName\":\"Task\"")]
    [InlineData("theme", "\"name\":\"Task\"")]
    [InlineData("quickActions", "[]")]
    public async Task List_OfTheOrg_SaysWhatItHas(string resource, string expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", resource);

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Text.Should().Contain(expected).And.NotContain("TaskStatus");
    }

    [Fact] // JSF: updated and deleted are asked for with %2B00:00 offsets
    [Source("9.1 meta: updated, deleted")]
    public async Task Replication_WithEscapedOffsets_IsRead()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.CreateTask();
        var now = caller.Org.Clock.Stamp;
        var window = $"start={now.AddMinutes(-5):yyyy-MM-ddTHH:mm:ss}%2B00:00&" +
            $"end={now.AddMinutes(5):yyyy-MM-ddTHH:mm:ss}%2B00:00";

        var updated = await caller.SendAsync("GET", $"sobjects/Task/updated?{window}");
        var deleted = await caller.SendAsync("GET", $"sobjects/Task/deleted?{window}");

        updated.Json.GetProperty("ids").GetArrayLength().Should().Be(1);
        deleted.Json.GetProperty("deletedRecords").GetArrayLength().Should().Be(0);
    }

    [Fact] // RFDB: ids are answered with 18 characters and taken with 15
    [Source("9.1 ids")]
    public async Task Ids_OfFifteenCharacters_AreTakenEverywhere()
    {
        await using var caller = await RestCaller.StartAsync();
        var account = caller.Org.Records.Create(
            caller.Context, "Account", new Dictionary<string, object?> { ["Name"] = "Fenwick" }).Id!;

        var made = await caller.SendAsync("POST", "sobjects/Task", new { WhatId = account[..15] });
        var id = made.Json.GetProperty("id").GetString()!;
        var read = await caller.SendAsync("GET", $"sobjects/Task/{id[..15]}?fields=Id,WhatId");
        var found = await caller.QueryAsync($"SELECT Id FROM Task WHERE WhatId = '{account[..15]}'");
        var retrieved = await caller.SendAsync(
            "POST", "composite/sobjects/Task", new { ids = new[] { id[..15] }, fields = new[] { "Id" } });
        var changed = await caller.SendAsync("PATCH", $"sobjects/Task/{id[..15]}", new { Subject = "x" });

        id.Should().HaveLength(18);
        read.Json.GetProperty("Id").GetString().Should().Be(id);
        read.Json.GetProperty("WhatId").GetString().Should().Be(account);
        found.Column("Id").Should().Equal(id);
        retrieved.Json[0].GetProperty("Id").GetString().Should().Be(id);
        changed.Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact] // STAT: 404 also means: there, but not for you
    [Source("9.2.14")]
    public async Task Get_TaskOfAnother_IsNotFoundForOneAndFoundForAnother()
    {
        await using var caller = await RestCaller.StartAsync();
        var his = caller.Org.Records.Create(
            caller.Org.As(RestCaller.Jonas), "Task", new Dictionary<string, object?>()).Id!;

        var unseen = await caller.SendAsync("GET", $"sobjects/Task/{his}");
        caller.Org.Options.TasksPublicRead = true;
        var seen = await caller.SendAsync("GET", $"sobjects/Task/{his}");

        (unseen.Status, unseen.ErrorCode).Should().Be((HttpStatusCode.NotFound, "NOT_FOUND"));
        seen.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task UserPermissionAccess_Queried_ShowsWhatTheCallerMayDoAndNobodyElse()
    {
        await using var caller = await RestCaller.StartAsync();
        const string query = "SELECT Id, PermissionsViewAllData FROM UserPermissionAccess";

        var before = await caller.QueryAsync(query);
        caller.Org.Users.Change(caller.Context.UserId, u => u with { CanViewAllData = true });
        var after = await caller.QueryAsync(query);

        before.Json.GetProperty("records").GetArrayLength().Should().Be(1);
        before.Json.GetProperty("records")[0].GetProperty("PermissionsViewAllData").GetBoolean().Should().BeFalse();
        after.Json.GetProperty("records")[0].GetProperty("PermissionsViewAllData").GetBoolean().Should().BeTrue();
    }
}
