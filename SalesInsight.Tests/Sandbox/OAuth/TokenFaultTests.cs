using System.Net;
using System.Text.Json.Nodes;
using SalesInsight.Sandbox.Faults;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class TokenFaultTests : RunningSandbox
{
    private static readonly FaultScope atToken = new(PathContains: "/services/oauth2/token");

    [Theory]
    [InlineData(400, "rate_limit_exceeded", "login rate exceeded")]
    [InlineData(400, "invalid_grant", "ip restricted or invalid login hours")]
    [InlineData(400, "inactive_org", "inactive organization")]
    [InlineData(400, "unknown_error", "retry your request")]
    [InlineData(503, "invalid_grant", "a body that must not be believed")]
    public async Task Refresh_ScriptedAnswer_ComesOnceAndTheGrantLives(int status, string error, string description)
    {
        var app = App();
        var token = await RefreshTokenAsync(app);
        Server.Faults.Add(SandboxFault.OAuthError(status, error, description));

        var answer = await app.RefreshAsync(token);

        ((int)app.Last.StatusCode).Should().Be(status);
        ((string)answer["error"]!).Should().Be(error);
        ((string)answer["error_description"]!).Should().Be(description);
        (await app.RefreshAsync(token)).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_MaintenancePage_IsHtmlOnce()
    {
        var app = App();
        var token = await RefreshTokenAsync(app);
        Server.Faults.Add(SandboxFault.Html() with { Scope = atToken });

        await app.PostAsync("/services/oauth2/token", ("grant_type", "refresh_token"), ("refresh_token", token));

        app.Last.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        app.Last.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task Refresh_ReplyLost_HasRotatedAllTheSame()
    {
        var app = App();
        var token = await RefreshTokenAsync(app);
        Server.Faults.Add(new SandboxFault.LoseReply { Scope = atToken });

        var lost = () => app.RefreshAsync(token);
        await lost.Should().ThrowAsync<HttpRequestException>();

        ((string)(await app.RefreshAsync(token))["error"]!).Should()
            .Be("invalid_grant", "the old token was rotated away by the call whose reply was lost");
    }

    private async Task<string> RefreshTokenAsync(OAuthTestApp app)
    {
        JsonObject granted = await app.GrantAsync(await BrowseAsync(Rep));
        return (string)granted["refresh_token"]!;
    }
}
