using System.Net;
using System.Text.Json.Nodes;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class TokenServicesTests : RunningSandbox
{
    [Fact]
    [Source("9.1 auth: revoke")]
    public async Task Revoke_RefreshToken_EndsTheGrantAndItsSessions()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var refreshed = await app.RefreshAsync((string)granted["refresh_token"]!);

        await app.PostAsync("/services/oauth2/revoke", ("token", (string)refreshed["refresh_token"]!));

        app.Last.StatusCode.Should().Be(HttpStatusCode.OK);
        (await app.LivesAsync(granted["access_token"])).Should().BeFalse();
        (await app.LivesAsync(refreshed["access_token"])).Should().BeFalse();
        ((string)(await app.RefreshAsync((string)refreshed["refresh_token"]!))["error"]!).Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Revoke_AccessToken_EndsThatSessionOnly()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var refreshed = await app.RefreshAsync((string)granted["refresh_token"]!);

        await app.GetAsync($"/services/oauth2/revoke?token={Escaped(granted, "access_token")}", accessToken: null);

        app.Last.StatusCode.Should().Be(HttpStatusCode.OK);
        (await app.LivesAsync(granted["access_token"])).Should().BeFalse();
        (await app.LivesAsync(refreshed["access_token"])).Should().BeTrue();
        (await app.RefreshAsync((string)refreshed["refresh_token"]!)).ContainsKey("access_token").Should().BeTrue();
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData(null)]
    public async Task Revoke_UnknownToken_IsRefusedAsAForm(string? token)
    {
        var app = App();
        var body = await app.PostAsync("/services/oauth2/revoke", ("token", token));

        app.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        body.Should().StartWith("error=unsupported_token_type&error_description=");
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    public async Task Introspect_LiveToken_DescribesIt(string kind)
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));

        var told = await IntrospectAsync(app, (string)granted[kind]!);

        ((bool)told["active"]!).Should().BeTrue();
        ((string)told["token_type"]!).Should().Be(kind);
        ((string)told["scope"]!).Should().Be("api refresh_token");
        ((string)told["client_id"]!).Should().Be("salesinsight");
        ((string)told["username"]!).Should().Be(Rep);
        ((string)told["sub"]!).Should().Be((string)granted["id"]!);
        ((long)told["iat"]!).Should().Be(Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Introspect_DeadOrForeignToken_IsInactiveAndNothingElse()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));

        (await IntrospectAsync(app, "unknown")).ToJsonString().Should().Be("""{"active":false}""");
        (await IntrospectAsync(App("sandbox-client"), (string)granted["access_token"]!)).ToJsonString()
            .Should().Be("""{"active":false}""");
    }

    [Fact]
    public async Task Introspect_WrongSecret_IsRefused()
    {
        var app = App(secret: "wrong");
        var told = await IntrospectAsync(app, "any");

        app.Last.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        ((string)told["error"]!).Should().Be("invalid_client");
    }

    private static async Task<JsonObject> IntrospectAsync(OAuthTestApp app, string token) =>
        JsonNode.Parse(await app.PostAsync("/services/oauth2/introspect", ("token", token)))!.AsObject();

    private static string Escaped(JsonObject answer, string key) => Uri.EscapeDataString((string)answer[key]!);
}
