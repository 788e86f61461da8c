using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class TokenEndpointTests : RunningSandbox
{
    [Fact]
    [Source("9.1 auth: token keys")]
    public async Task Redeem_AllowedCode_AnswersTheKeysOfTheRealOne()
    {
        var app = App();
        var answer = await app.GrantAsync(await BrowseAsync(Rep), "api refresh_token");

        var baseUrl = Server.Url.ToString().TrimEnd('/');
        var user = Org.Users.FindByUsername(Rep)!;
        answer.Select(pair => pair.Key).Should().BeEquivalentTo(
            "access_token", "refresh_token", "signature", "scope", "instance_url", "id", "token_type", "issued_at");
        ((string)answer["access_token"]!).Should().StartWith(Org.Id[..15] + "!AQ");
        ((string)answer["scope"]!).Should().Be("api refresh_token");
        ((string)answer["instance_url"]!).Should().Be(baseUrl);
        ((string)answer["id"]!).Should().Be($"{baseUrl}/id/{Org.Id}/{user.Id}");
        ((string)answer["token_type"]!).Should().Be("Bearer");
        ((string)answer["issued_at"]!).Should().Be($"{Time.GetUtcNow().ToUnixTimeMilliseconds()}");
        ((string)answer["signature"]!).Should().Be(
            Sign("salesinsight-secret", (string)answer["id"]! + (string)answer["issued_at"]!));
    }

    [Fact]
    public async Task Redeem_AnyAnswer_IsNeverStored()
    {
        var app = App();
        await app.RedeemAsync("none");

        app.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        app.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
        app.Last.Headers.GetValues("Pragma").Should().Equal("no-cache");
        app.Last.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=UTF-8");
    }

    [Fact]
    public async Task Redeem_OpenIdAskedFor_AddsASignedIdToken()
    {
        var answer = await App().GrantAsync(await BrowseAsync(Rep), "openid");

        var parts = ((string)answer["id_token"]!).Split('.');
        var claims = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!;
        ((string)claims["sub"]!).Should().Be((string)answer["id"]!);
        ((string)claims["aud"]!).Should().Be("salesinsight");
        ((string)claims["nonce"]!).Should().Be("n1");
        var key = Encoding.UTF8.GetBytes("salesinsight-secret");
        var signature = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        parts[2].Should().Be(Base64Url.EncodeToString(signature));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("openid")]
    public async Task Redeem_WithoutRefreshScope_IssuesNoRefreshToken(string scope)
    {
        var answer = await App().GrantAsync(await BrowseAsync(Rep), scope);

        answer.ContainsKey("access_token").Should().BeTrue();
        answer.ContainsKey("refresh_token").Should().BeFalse();
    }

    [Fact]
    public async Task Redeem_SecondTime_IsAnExpiredCode()
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));
        await app.RedeemAsync(code);

        Refusal(await app.RedeemAsync(code)).Should().Be("invalid_grant: expired authorization code");
    }

    [Fact]
    public async Task Redeem_AfterAWrongVerifier_IsSpentAllTheSame()
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));
        await app.RedeemAsync(code, ("code_verifier", new string('w', 64)));

        Refusal(await app.RedeemAsync(code)).Should().Be("invalid_grant: expired authorization code");
    }

    [Theory]
    [InlineData(899, true)]
    [InlineData(900, false)]
    public async Task Redeem_CodeOfSomeAge_LivesFifteenMinutes(int seconds, bool lives)
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));
        Time.Advance(TimeSpan.FromSeconds(seconds));

        (await app.RedeemAsync(code)).ContainsKey("access_token").Should().Be(lives);
    }

    [Theory]
    [Source("9.1 auth: errors")]
    [InlineData("code", "unknown", "invalid_grant: invalid authorization code")]
    [InlineData("code_verifier", null, "invalid_grant: missing code verifier")]
    [InlineData("code_verifier", "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
        "invalid_request: invalid code verifier")]
    [InlineData("redirect_uri", "http://localhost:5080/elsewhere",
        "redirect_uri_mismatch: redirect_uri must match configuration")]
    [InlineData("client_id", "stranger", "invalid_client_id: client identifier invalid")]
    [InlineData("client_id", null, "invalid_client_id: client identifier invalid")]
    [InlineData("client_secret", "wrong", "invalid_client: invalid client credentials")]
    [InlineData("client_secret", null, "invalid_client: invalid client credentials")]
    [InlineData("grant_type", "device", "unsupported_grant_type: grant type not supported")]
    [InlineData("grant_type", null, "unsupported_grant_type: grant type not supported")]
    public async Task Redeem_SomethingIsOff_IsRefusedInSalesforcesWords(string field, string? value, string refusal)
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));

        Refusal(await app.RedeemAsync(code, (field, value))).Should().Be(refusal);
        app.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Redeem_CodeOfAnotherApp_IsUnknown()
    {
        var code = await App().AskAsync(await BrowseAsync(Rep));

        Refusal(await App("sandbox-client").RedeemAsync(code)).Should().Be("invalid_grant: invalid authorization code");
    }

    [Fact]
    public async Task Redeem_UserDeactivatedMeanwhile_IsAnInactiveUser()
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));
        Org.Users.Change(Org.Users.FindByUsername(Rep)!.Id, user => user with { IsActive = false });

        Refusal(await app.RedeemAsync(code)).Should().Be("invalid_grant: inactive user");
    }

    [Fact]
    public async Task Redeem_OrgWasReset_CodeIsUnknown()
    {
        var app = App();
        var code = await app.AskAsync(await BrowseAsync(Rep));
        Org.Reset();

        Refusal(await app.RedeemAsync(code)).Should().Be("invalid_grant: invalid authorization code");
    }

    [Fact]
    public async Task Password_RightOne_AnswersWithoutScopeAndRefreshToken()
    {
        var app = App("sandbox-client");
        var answer = await app.TokenAsync(("grant_type", "password"), ("username", Rep), ("password", "sandbox1"));

        answer.Select(pair => pair.Key).Should().BeEquivalentTo(
            "access_token", "signature", "instance_url", "id", "token_type", "issued_at");
        (await app.LivesAsync(answer["access_token"])).Should().BeTrue();
    }

    [Theory]
    [InlineData(Rep, "wrong")]
    [InlineData("nobody@sandbox.test", "sandbox1")]
    [InlineData("", "")]
    public async Task Password_WrongOne_IsAnAuthenticationFailure(string username, string password) =>
        Refusal(await App("sandbox-client").TokenAsync(
            ("grant_type", "password"), ("username", username), ("password", password)))
            .Should().Be("invalid_grant: authentication failure");

    [Fact]
    public async Task Password_AppWithoutThatRight_IsRefused() =>
        Refusal(await App().TokenAsync(("grant_type", "password"), ("username", Rep), ("password", "sandbox1")))
            .Should().Be("invalid_grant: authentication failure");

    [Fact]
    public async Task ClientCredentials_RightSecret_RunAsTheAdmin()
    {
        var answer = await App("sandbox-client").TokenAsync(("grant_type", "client_credentials"));

        ((string)answer["id"]!).Should().EndWith(Org.Users.FindByUsername(Admin)!.Id);
        answer.ContainsKey("refresh_token").Should().BeFalse();
    }

    [Fact]
    public async Task ClientCredentials_AsHttpBasic_AreAccepted()
    {
        var basic = Convert.ToBase64String("sandbox-client:sandbox-secret"u8);
        using var http = new HttpClient { BaseAddress = Server.Url };
        http.DefaultRequestHeaders.Authorization = new("Basic", basic);
        var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);

        var answer = await http.PostAsync("/services/oauth2/token", form, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string Refusal(JsonObject answer) => $"{answer["error"]}: {answer["error_description"]}";

    private static string Sign(string secret, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
