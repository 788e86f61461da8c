using System.Globalization;
using System.Net;
using FluentAssertions;
using SalesInsight.Sandbox;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Rest;

/// <summary>What every call meets first (facts 2.1, 3.2).</summary>
public sealed class RestGateTests
{
    [Fact] // RF: the list of versions needs no sign-in and has v36.0 to v67.0
    public async Task Versions_WithoutSignIn_AreListed()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "/services/data/", null, ("Authorization", ""));

        reply.Json.EnumerateArray().Select(version => version.GetProperty("version").GetString())
            .Should().HaveCount(32).And.StartWith("36.0").And.EndWith("67.0");
        reply.Json[0].GetProperty("label").GetString().Should().Be("Spring '16");
        reply.Json[24].GetProperty("label").GetString().Should().Be("Spring '24");
    }

    [Theory]
    [Source("9.1 version: any path")]
    [InlineData("v36.0", HttpStatusCode.OK)]
    [InlineData("v67.0", HttpStatusCode.OK)]
    [InlineData("v35.0", HttpStatusCode.NotFound)]
    [InlineData("v99.0", HttpStatusCode.NotFound)]
    public async Task Path_OfAVersion_IsAnsweredWithinTheRange(string version, HttpStatusCode expected)
    {
        await using var caller = await RestCaller.StartAsync();

        (await caller.SendAsync("GET", $"/services/data/{version}/limits")).Status.Should().Be(expected);
    }

    [Theory] // RFDB, JSF: Bearer and OAuth; RF: 401 INVALID_SESSION_ID for the rest
    [InlineData("Bearer {0}", HttpStatusCode.OK, null)]
    [InlineData("OAuth {0}", HttpStatusCode.OK, null)]
    [InlineData("Bearer nonsense", HttpStatusCode.Unauthorized, "INVALID_SESSION_ID")]
    [InlineData("", HttpStatusCode.Unauthorized, "INVALID_SESSION_ID")]
    [InlineData("Basic dTpw", HttpStatusCode.Unauthorized, "INVALID_AUTH_HEADER")]
    [InlineData("{0}", HttpStatusCode.Unauthorized, "INVALID_AUTH_HEADER")]
    public async Task Admit_Scheme_IsTakenOrRefused(string header, HttpStatusCode status, string? code)
    {
        await using var caller = await RestCaller.StartAsync();
        var value = string.Format(CultureInfo.InvariantCulture, header, caller.Session.AccessToken);

        var reply = await caller.SendAsync("GET", "limits", null, ("Authorization", value));

        reply.Status.Should().Be(status);
        if (code is not null) reply.ErrorCode.Should().Be(code);
    }

    [Fact] // a token for signing in only (openid) is no token for REST (JSF)
    public async Task Admit_TokenWithoutApiScope_IsRefused()
    {
        await using var caller = await RestCaller.StartAsync();
        var token = caller.Org.Sessions.Issue(caller.Context.UserId, "tests", "openid").AccessToken;

        var reply = await caller.SendAsync("GET", "limits", null, ("Authorization", $"Bearer {token}"));

        reply.Message.Should().Be("This session is not valid for use with the REST API");
    }

    [Fact] // STAT, RF: rights to the API, taken away in three ways
    public async Task Admit_WithoutApi_SaysWhy()
    {
        await using var caller = await RestCaller.StartAsync();
        var userId = caller.Context.UserId;

        caller.Org.ApiDisabled = true;
        var org = await caller.SendAsync("GET", "limits");
        caller.Org.ApiDisabled = false;
        caller.Org.Users.Change(userId, user => user with { ApiEnabled = false });
        var user = await caller.SendAsync("GET", "limits");
        caller.Org.Users.Change(userId, user => user with { IsActive = false });
        var inactive = await caller.SendAsync("GET", "limits");

        (org.Status, org.ErrorCode).Should().Be((HttpStatusCode.Forbidden, "API_DISABLED_FOR_ORG"));
        (user.Status, user.ErrorCode).Should().Be((HttpStatusCode.Forbidden, "API_CURRENTLY_DISABLED"));
        (inactive.Status, inactive.ErrorCode).Should().Be((HttpStatusCode.Unauthorized, "INVALID_SESSION_ID"));
    }

    [Fact] // APILIM: rolling 24 hours; used up = 403, a day later it is free again
    [Source("9.1 meta: limits")]
    public async Task Admit_AllowanceUsedUp_IsRefusedForADay()
    {
        await using var caller = await RestCaller.StartAsync(new()
        {
            Seed = "empty",
            DailyApiRequests = 3,
            SessionLifetime = TimeSpan.FromDays(9),
        });
        for (var at = 0; at < 3; at++) await caller.SendAsync("GET", "recent");

        var refused = await caller.SendAsync("GET", "recent");
        caller.Org.Clock.Advance(TimeSpan.FromHours(24.1));
        var later = await caller.SendAsync("GET", "limits");

        (refused.Status, refused.ErrorCode).Should().Be((HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED"));
        later.Text.Should().Be("""{"DailyApiRequests":{"Max":3,"Remaining":2}}""");
    }

    [Fact] // RFDB, SSF: on every answer, lagging, with the part of the app itself
    [Source("9.1 headers: usage")]
    [Source("9.2.3 per-app")]
    public async Task Answers_Always_CarryTheUsage()
    {
        var options = new SandboxOptions { Seed = "empty", PerAppUsageHeader = true, LaggingUsageHeader = false };
        await using var caller = await RestCaller.StartAsync(options);

        var other = caller.Org.Sessions.Issue(caller.Context.UserId, "other");

        var elsewhere = await caller.SendAsync(
            "GET", "recent", null, ("Authorization", $"Bearer {other.AccessToken}"));
        var good = await caller.SendAsync("GET", "recent");
        var bad = await caller.SendAsync("GET", "recent", null, ("Authorization", "Bearer x"));

        elsewhere.Headers["Sforce-Limit-Info"]
            .Should().Be("api-usage=1/15000; per-app-api-usage=1/750(appName=other)");
        good.Headers["Sforce-Limit-Info"].Should().Be("api-usage=2/15000; per-app-api-usage=1/750(appName=tests)");
        bad.Headers["Sforce-Limit-Info"].Should().Be("api-usage=2/15000");
    }

    [Fact] // RFDB: neighbours can show a fall
    [Source("9.2.3 lag")]
    public async Task Answers_InARow_ShowALaggingCount()
    {
        var options = new SandboxOptions { Seed = "empty", Chance = new Random(42).NextDouble };
        await using var caller = await RestCaller.StartAsync(options);
        var shown = new List<int>();
        for (var at = 0; at < 20; at++)
        {
            var header = (await caller.SendAsync("GET", "recent")).Headers["Sforce-Limit-Info"];
            shown.Add(int.Parse(header["api-usage=".Length..header.IndexOf('/', StringComparison.Ordinal)],
                CultureInfo.InvariantCulture));
        }

        shown.Zip(shown.Skip(1)).Should().Contain(pair => pair.First > pair.Second);
        shown.Should().OnlyContain(count => count >= 0 && count <= 20);
    }

    [Theory] // APILIM: URI and headers together at most 16,384 bytes
    [Source("9.2.11 414")]
    [Source("9.2.11 431")]
    [InlineData(16_000, 0, 200)]
    [InlineData(16_400, 0, 414)]
    [InlineData(9_000, 8_000, 431)]
    public async Task Size_OverTheLimit_IsRefused(int uri, int header, int expected)
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync(
            "GET", $"recent?x={new string('x', uri)}", null, ("X-Filler", new string('y', header)));

        ((int)reply.Status).Should().Be(expected);
    }

    [Fact] // facts 2.6: "server now" is taken from the Date header, so it follows the org's clock
    public async Task Answers_Date_FollowsTheOrgsClock()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var caller = await RestCaller.StartAsync(new() { Seed = "empty", TimeProvider = time });
        caller.Org.Clock.Advance(TimeSpan.FromDays(1));

        (await caller.SendAsync("GET", "recent")).Headers["Date"].Should().Be("Wed, 25 Nov 2026 09:00:00 GMT");
    }

    [Fact] // RFDB: gzip when asked for
    [Source("9.1 headers: content type")]
    public async Task Answers_Gzip_WhenAskedFor()
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync("GET", "sobjects/Task/describe", null, ("Accept-Encoding", "gzip"));

        reply.Headers["Content-Encoding"].Should().Be("gzip");
        reply.Headers["Content-Type"].Should().StartWith("application/json;");
    }

    [Theory] // STAT
    [InlineData("PUT", "sobjects/Task", null, 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "sobjects/Chore", null, 404, "NOT_FOUND")]
    [InlineData("GET", "nothing", null, 404, "NOT_FOUND")]
    [InlineData("GET", "sobjects/Task/rubbish", null, 404, "NOT_FOUND")]
    [InlineData("GET", "sobjects/Task/0015i0000000001AAA", null, 400, "MALFORMED_ID")]
    [InlineData("GET", "sobjects/Task/00T5i0000000099AAA", null, 404, "NOT_FOUND")]
    [InlineData("POST", "sobjects/Task", "{", 400, "JSON_PARSER_ERROR")]
    [InlineData("POST", "sobjects/Task", """{"ActivityDate":"x"}""", 400, "JSON_PARSER_ERROR")]
    [InlineData("POST", "sobjects/Task", """{"Status":null}""", 400, "REQUIRED_FIELD_MISSING")]
    [InlineData("PATCH", "sobjects/Task/SalesInsight_Id__c/1", """{"Id":"x"}""", 400, "INVALID_FIELD")]
    [InlineData("PATCH", "sobjects/Task/Subject/1", "{}", 404, "NOT_FOUND")]
    [InlineData("GET", "query/01g000000000000AAA-2000", null, 400, "INVALID_QUERY_LOCATOR")]
    [InlineData("GET", "query", null, 400, "MALFORMED_QUERY")]
    [InlineData("POST", "sobjects/TaskStatus", "{}", 400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")]
    public async Task Call_Wrong_AnswersItsStatusAndCode(
        string method, string path, string? body, int status, string code)
    {
        await using var caller = await RestCaller.StartAsync();

        var reply = await caller.SendAsync(method, path, body);

        ((int)reply.Status, reply.ErrorCode).Should().Be((status, code));
    }
}
