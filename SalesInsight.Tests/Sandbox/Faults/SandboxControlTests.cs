using System.Net;
using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Faults;

/// <summary>The control room under /_sandbox.</summary>
public sealed class SandboxControlTests
{
    [Fact]
    public async Task Clock_Advanced_MovesStamps()
    {
        await using var caller = await RestCaller.StartAsync();
        var before = caller.Org.Clock.UtcNow;

        await caller.SendAsync("POST", "/_sandbox/clock", new { advanceSeconds = 86_400 });

        (caller.Org.Clock.UtcNow - before).Should().BeGreaterThan(TimeSpan.FromHours(23));
    }

    [Fact]
    public async Task Calls_AfterSome_AreCountedAndCleared()
    {
        await using var caller = await RestCaller.StartAsync();
        await caller.SendAsync("GET", "limits");
        await caller.QueryAsync("SELECT Id FROM Task", "queryAll");

        var counted = await caller.SendAsync("GET", "/_sandbox/calls");
        await caller.SendAsync("DELETE", "/_sandbox/calls");
        var cleared = await caller.SendAsync("GET", "/_sandbox/calls");

        counted.Json.GetProperty("byKind").ToString().Should().Be("""{"GET limits":1,"GET queryAll":1}""");
        counted.Json.GetProperty("byUser").GetProperty(caller.Context.UserId).GetInt32().Should().Be(2);
        cleared.Json.GetProperty("total").GetInt32().Should().Be(0);
        cleared.Json.GetProperty("used").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Reset_AfterEdits_RestoresSeedAndForgetsFaults()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.CreateTask();
        await caller.SendAsync("POST", "/_sandbox/faults", new { kind = "html", times = 0 });

        await caller.SendAsync("POST", "/_sandbox/reset");

        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
        caller.Server.Faults.Planned.Should().BeEmpty();
        (await caller.SendAsync("GET", "limits")).ErrorCode.Should().Be("INVALID_SESSION_ID");
    }

    [Theory] // each kind a control call can plan, and the status a client then meets
    [Source("9.2.19 401 once")]
    [InlineData("error", 503)]
    [InlineData("html", 503)]
    [InlineData("empty", 503)]
    [InlineData("sessionExpired", 401)]
    [InlineData("limitExceeded", 403)]
    public async Task Faults_Planned_MeetTheNextCall(string kind, int expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var planned = await caller.SendAsync(
            "POST", "/_sandbox/faults", new { kind, method = "GET", path = "/recent", user = RestCaller.Mara });

        planned.Json.GetProperty("id").GetInt32().Should().BePositive();
        ((int)(await caller.SendAsync("GET", "recent")).Status).Should().Be(expected);
        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    [Source("9.2.1 knob")]
    public async Task Commits_Delayed_HoldBackWhatPeopleWrite()
    {
        await using var caller = await RestCaller.StartAsync();
        await caller.SendAsync("POST", "/_sandbox/commits", new { delaySeconds = 600 });
        caller.CreateTask();

        var before = await caller.QueryAsync("SELECT Id FROM Task");
        await caller.SendAsync("POST", "/_sandbox/clock", new { advanceSeconds = 600 });
        var after = await caller.QueryAsync("SELECT Id FROM Task");

        before.Json.GetProperty("totalSize").GetInt32().Should().Be(0);
        after.Json.GetProperty("totalSize").GetInt32().Should().Be(1);
    }

    [Theory] // a program of its own, as the scripts of docs/assumptions use it
    [InlineData("RowLockedStatus", "500", "OK")]
    [InlineData("RowLockedStatus", "418", "BadRequest")]
    [InlineData("Nothing", "1", "BadRequest")]
    public async Task Assumptions_Set_AreAnsweredBack(string name, string answer, string expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var set = await caller.SendAsync("POST", "/_sandbox/assumptions", new { name, answer });
        var listed = await caller.SendAsync("GET", "/_sandbox/assumptions");

        set.Status.ToString().Should().Be(expected);
        caller.Org.Options.RowLockedStatus.Should().Be(expected == "OK" ? 500 : 400);
        listed.Text.Should().Contain("\"answers\":[\"400\",\"500\"]");
    }

    [Fact]
    public async Task Faults_UnknownKindOrUser_AreBadRequests()
    {
        await using var caller = await RestCaller.StartAsync();

        (await caller.SendAsync("POST", "/_sandbox/faults", new { kind = "flood" })).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await caller.SendAsync("POST", "/_sandbox/faults", new { kind = "html", user = "nobody" })).Status
            .Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rights_Taken_AreGone()
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.CreateTask();

        await caller.SendAsync(
            "POST", "/_sandbox/rights", new { kind = "hideRecord", user = RestCaller.Mara, record = id });
        var hidden = await caller.SendAsync("GET", $"sobjects/Task/{id}");
        await caller.SendAsync("DELETE", "/_sandbox/rights");
        var back = await caller.SendAsync("GET", $"sobjects/Task/{id}");

        hidden.Status.Should().Be(HttpStatusCode.NotFound);
        back.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Seed_WithTasks_AddsThem()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("POST", "/_sandbox/seed", new { tasks = 25 });

        reply.Json.GetProperty("tasks").GetInt32().Should().Be(25);
    }

    [Fact] // 9.2 item 1 through the control room
    public async Task Late_Create_AppearsWhenTheClockGetsThere()
    {
        await using var caller = await RestCaller.StartAsync();

        await caller.SendAsync("POST", "/_sandbox/late", new
        {
            user = RestCaller.Mara,
            fields = new { Subject = "Late" },
            visibleAfterSeconds = 600,
        });

        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
        await caller.SendAsync("POST", "/_sandbox/clock", new { advanceSeconds = 601 });
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle();
    }

    [Fact]
    public async Task Rules_Added_RefuseWithTheAdminsText()
    {
        await using var caller = await RestCaller.StartAsync();
        await caller.SendAsync("POST", "/_sandbox/rules", new
        {
            objectName = "Task",
            field = "Subject",
            contains = "secret",
            message = "No secrets here",
        });

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { Subject = "A secret" });

        (reply.Status, reply.ErrorCode, reply.Message).Should().Be(
            (HttpStatusCode.BadRequest, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "No secrets here"));
    }
}
