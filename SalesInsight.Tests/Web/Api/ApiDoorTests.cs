using System.Net;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Web.Api;

namespace SalesInsight.Tests.Web.Api;

/// <summary>Who gets in, and what is said to those who do not.</summary>
public sealed class ApiDoorTests(ApiUnderTest web) : IClassFixture<ApiUnderTest>
{
    [Fact]
    public async Task Call_WithoutAToken_IsAskedForOne()
    {
        var reply = await web.Caller(null).GetAsync("tasks");

        reply.Status.Should().Be(HttpStatusCode.Unauthorized);
        reply.Code.Should().Be("token-missing");
        reply.Challenge.Should().Be("Bearer realm=\"SalesInsight\"");
        reply.Text("type").Should().Be("urn:salesinsight:problem:token-missing");
    }

    [Theory]
    [InlineData("salesinsight_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("anything")]
    [InlineData("")]
    public async Task Call_WithATokenThatIsNone_SaysInvalid(string token)
    {
        var reply = await web.Caller(token).GetAsync("tasks");

        reply.Status.Should().Be(HttpStatusCode.Unauthorized);
        reply.Code.Should().Be("token-invalid");
        reply.Challenge.Should().Be("Bearer realm=\"SalesInsight\", error=\"invalid_token\"");
    }

    [Fact]
    public async Task Call_WithTheBrowsersCookieAlone_IsNotSignedIn()
    {
        var mara = await web.Visitor().AsDemoPersonAsync(ApiUnderTest.Mara);

        var answer = await mara.GetAsync("/api/v1/tasks");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await mara.PostAsync("/api/v1/sync/run")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Page_WithATokenInsteadOfACookie_AsksToSignIn()
    {
        var reply = await (await web.CallerAsync()).GetAsync("/settings/profile");

        reply.Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("POST", "tasks", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("PATCH", "tasks/{id}", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("POST", "tasks/{id}/complete", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("POST", "tasks/{id}/reopen", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("DELETE", "tasks/{id}", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("POST", "sync/run", "tasks:write", ApiScopes.TasksRead)]
    [InlineData("GET", "tasks", "tasks:read", ApiScopes.TasksWrite)]
    [InlineData("GET", "tasks/{id}", "tasks:read", ApiScopes.EmailsReport)]
    [InlineData("GET", "sync", "tasks:read", ApiScopes.Settings)]
    [InlineData("POST", "emails", "emails:report", ApiScopes.TasksWrite)]
    [InlineData("POST", "emails/{id}/events", "emails:report", ApiScopes.TasksRead)]
    [InlineData("GET", "emails/{id}", "emails:report", ApiScopes.TasksRead)]
    public async Task Call_WithoutItsScope_NamesTheScope(string method, string path, string scope, ApiScopes held)
    {
        var caller = await web.CallerAsync(scopes: held);

        var reply = await caller.SendAsync(new HttpMethod(method), path.Replace("{id}", $"{Guid.Empty}"));

        reply.Status.Should().Be(HttpStatusCode.Forbidden);
        reply.Code.Should().Be("scope-missing");
        reply.Challenge.Should().Be(
            $"Bearer realm=\"SalesInsight\", error=\"insufficient_scope\", scope=\"{scope}\"");
    }

    [Fact]
    public async Task Call_OfADeactivatedUser_SaysInvalid()
    {
        await using var other = new ApiUnderTest();
        var caller = await other.CallerAsync(ApiUnderTest.Jonas);
        (await caller.GetAsync("sync")).Status.Should().Be(HttpStatusCode.OK);

        await other.DeactivateAsync(ApiUnderTest.Jonas);

        (await caller.GetAsync("sync")).Code.Should().Be("token-invalid");
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/v1")]
    [InlineData("GET", "/api/v2/tasks")]
    [InlineData("PUT", "/api/v1/tasks")]
    [InlineData("POST", "/api/v1/tasks/not-an-id/complete")]
    public async Task Call_ThatIsNone_IsAProblemAndNoPage(string method, string path)
    {
        (await (await web.CallerAsync()).SendAsync(new HttpMethod(method), path)).Code.Should().Be("unknown-call");
        (await web.Caller(null).SendAsync(new HttpMethod(method), path)).Code.Should().Be("token-missing");
    }

    [Fact]
    public async Task Call_FromAnotherSite_GetsNoLeave()
    {
        var reply = await (await web.CallerAsync()).SendAsync(
            HttpMethod.Options, "tasks", null, ("Origin", "https://evil.example"),
            ("Access-Control-Request-Method", "GET"));

        reply.Message.Headers.Should().NotContain(header => header.Key.StartsWith("Access-Control"));
        reply.Code.Should().Be("unknown-call");
    }

    [Theory]
    [InlineData(400, "request-malformed")]
    [InlineData(404, "unknown-call")]
    [InlineData(405, "unknown-call")]
    [InlineData(413, "body-too-large")]
    [InlineData(415, "media-type-not-json")]
    [InlineData(500, "server-error")]
    public void Status_OfTheFramework_HasAProblemOfOurs(int status, string code) =>
        ApiErrors.Of(status).Code.Should().Be(code);
}
