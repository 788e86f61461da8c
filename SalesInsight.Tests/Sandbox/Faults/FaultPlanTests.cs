using System.Net;
using FluentAssertions;
using SalesInsight.Sandbox.Faults;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Faults;

/// <summary>Faults over HTTP (facts 9.2 item 19).</summary>
public sealed class FaultPlanTests
{
    [Fact] // the reply is lost after the commit: the caller cannot know, the row is there
    [Source("9.2.19 dropped after commit")]
    public async Task LoseReply_Create_BreaksAfterTheCommit()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Faults.Add(new SandboxFault.LoseReply { Scope = new FaultScope("POST") });

        var lost = () => caller.SendAsync("POST", "sobjects/Task", new { Subject = "A" });

        await lost.Should().ThrowAsync<HttpRequestException>();
        caller.Org.Records.List(caller.Context, "Task").Should().ContainSingle();
        (await caller.SendAsync("POST", "sobjects/Task", new { Subject = "B" })).Status
            .Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task DropBefore_Create_BreaksBeforeAnythingIsDone()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Faults.Add(new SandboxFault.DropBefore());

        var dropped = () => caller.SendAsync("POST", "sobjects/Task", new { Subject = "A" });

        await dropped.Should().ThrowAsync<HttpRequestException>();
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
        caller.Server.Calls.Total.Should().Be(0);
    }

    [Theory] // once, twice, or until it is removed
    [InlineData(1, "503,200,200")]
    [InlineData(2, "503,503,200")]
    [InlineData(0, "503,503,503")]
    public async Task Answer_Times_MeetsSoManyCalls(int times, string expected)
    {
        await using var caller = await RestCaller.StartAsync();
        var id = caller.Server.Faults.Add(
            SandboxFault.Error(503, "SERVER_UNAVAILABLE", "down") with { Times = times });

        var statuses = new List<int>();
        for (var at = 0; at < 3; at++) statuses.Add((int)(await caller.SendAsync("GET", "recent")).Status);
        caller.Server.Faults.Remove(id);

        string.Join(",", statuses).Should().Be(expected);
        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answer_WithScope_MeetsOnlyWhatItNames()
    {
        await using var caller = await RestCaller.StartAsync();
        var jonas = caller.Org.As(RestCaller.Jonas).UserId;
        caller.Server.Faults.Add(SandboxFault.SessionExpired() with { Scope = new FaultScope("GET", "/query") });
        caller.Server.Faults.Add(SandboxFault.LimitExceeded() with { Scope = new FaultScope(UserId: jonas) });

        (await caller.SendAsync("GET", "recent")).Status.Should().Be(HttpStatusCode.OK);
        (await caller.QueryAsync("SELECT Id FROM Task")).ErrorCode.Should().Be("INVALID_SESSION_ID");
        (await caller.QueryAsync("SELECT Id FROM Task")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory] // STAT: 420 comes from the edge, 503 from an instance that is down
    [Source("9.2.19 503, 420")]
    [InlineData(503)]
    [InlineData(420)]
    public async Task Answer_OfAnOutage_ComesInPlaceOfTheCall(int status)
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Faults.Add(SandboxFault.Error(status, "SERVER_UNAVAILABLE", "down"));

        var reply = await caller.SendAsync("POST", "sobjects/Task", new { Subject = "x" });

        ((int)reply.Status).Should().Be(status);
        caller.Org.Records.List(caller.Context, "Task").Should().BeEmpty();
    }

    [Fact] // facts 8, 33: a page where JSON was expected
    [Source("9.2.19 HTML")]
    public async Task Html_Page_ComesAsOne()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Faults.Add(SandboxFault.Html());

        var reply = await caller.SendAsync("GET", "recent");

        reply.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        reply.Headers["Content-Type"].Should().Be("text/html");
        reply.Text.Should().StartWith("<html>");
    }

    [Fact] // facts 8, 34: "gzip" that is none
    [Source("9.2.19 gzip lie")]
    public async Task GzipLie_Answer_ClaimsWhatItIsNot()
    {
        await using var caller = await RestCaller.StartAsync();
        caller.Server.Faults.Add(new SandboxFault.GzipLie());

        var reply = await caller.SendAsync("GET", "sobjects/Task/describe", null, ("Accept-Encoding", "gzip"));

        reply.Headers["Content-Encoding"].Should().Be("gzip");
        reply.Text.Should().StartWith("{");
    }

    [Fact] // hooks: before anything is done, and after the commit but before the answer
    public async Task Hooks_AroundACall_SeeBothSides()
    {
        await using var caller = await RestCaller.StartAsync();
        var seen = new List<string>();
        using (caller.Server.Faults.BeforeRequest(call => Note("before", call)))
        using (caller.Server.Faults.AfterRequest(call => Note("after", call)))
            (await caller.SendAsync("POST", "sobjects/Task", new { Subject = "A" })).Status
                .Should().Be(HttpStatusCode.Created);
        await caller.SendAsync("POST", "sobjects/Task", new { Subject = "B" });

        seen.Should().Equal("before POST 0", "after POST 1");

        ValueTask Note(string when, RequestMoment call)
        {
            call.UserId.Should().Be(caller.Context.UserId);
            seen.Add($"{when} {call.Method} {caller.Org.Records.List(caller.Context, "Task").Count}");
            return ValueTask.CompletedTask;
        }
    }
}
