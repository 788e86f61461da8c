using System.Net;
using System.Text.Json.Nodes;
using SalesInsight.Sandbox.OAuth;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class RefreshTests : RunningSandbox
{
    private const string Dead = "invalid_grant: expired access/refresh token";

    [Fact]
    [Source("9.2.4 rotation")]
    public async Task Refresh_RotationOn_ReturnsANewTokenAndASecondSession()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));

        var refreshed = await app.RefreshAsync(RefreshTokenOf(granted));

        RefreshTokenOf(refreshed).Should().NotBe(RefreshTokenOf(granted));
        ((string)refreshed["scope"]!).Should().Be("api refresh_token");
        (await app.LivesAsync(refreshed["access_token"])).Should().BeTrue();
        (await app.LivesAsync(granted["access_token"])).Should().BeTrue("refreshing does not end older sessions");
    }

    [Fact]
    [Source("9.2.4 reuse")]
    public async Task Refresh_RotatedTokenUsedAgain_KillsTheWholeFamily()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var refreshed = await app.RefreshAsync(RefreshTokenOf(granted));

        Refusal(await app.RefreshAsync(RefreshTokenOf(granted))).Should().Be(Dead);

        Refusal(await app.RefreshAsync(RefreshTokenOf(refreshed))).Should().Be(Dead);
        (await app.LivesAsync(granted["access_token"])).Should().BeFalse();
        (await app.LivesAsync(refreshed["access_token"])).Should().BeFalse();
    }

    [Fact]
    public async Task Refresh_RotatedTokenUsedAgain_LeavesOtherGrantsAlone()
    {
        var app = App();
        var browser = await BrowseAsync(Rep);
        var first = await app.GrantAsync(browser);
        var second = await app.GrantAsync(browser);
        await app.RefreshAsync(RefreshTokenOf(first));

        await app.RefreshAsync(RefreshTokenOf(first));

        (await app.RefreshAsync(RefreshTokenOf(second))).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_RotationOff_KeepsTheTokenAndReturnsNone()
    {
        Server.OAuth.RotateRefreshTokens = false;
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));

        (await app.RefreshAsync(token)).ContainsKey("refresh_token").Should().BeFalse();
        (await app.RefreshAsync(token)).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_StrayVerifier_IsIgnored()
    {
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));

        (await app.RefreshAsync(token, ("code_verifier", "stray"))).ContainsKey("access_token").Should().BeTrue();
    }

    [Theory]
    [InlineData("refresh_token", "unknown", Dead)]
    [InlineData("refresh_token", null, Dead)]
    [InlineData("client_secret", "rotated away", "invalid_client: invalid client credentials")]
    [InlineData("client_id", "deleted app", "invalid_client_id: client identifier invalid")]
    public async Task Refresh_SomethingIsOff_IsRefusedAndTheGrantLives(string field, string? value, string refusal)
    {
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));

        Refusal(await app.RefreshAsync(token, (field, value))).Should().Be(refusal);

        app.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await app.RefreshAsync(token)).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_TokenOfAnotherApp_IsDead()
    {
        var token = RefreshTokenOf(await App().GrantAsync(await BrowseAsync(Rep)));

        Refusal(await App("sandbox-client").RefreshAsync(token)).Should().Be(Dead);
    }

    [Theory]
    [InlineData("invalid_grant")]
    [InlineData("inactive_user")]
    public async Task Refresh_InactiveUser_IsRefusedUntilActiveAgain(string code)
    {
        Org.Options.InactiveUserCode = code;
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));
        var user = Org.Users.FindByUsername(Rep)!;
        Org.Users.Change(user.Id, one => one with { IsActive = false });

        Refusal(await app.RefreshAsync(token)).Should().Be($"{code}: inactive user");

        Org.Users.Change(user.Id, one => one with { IsActive = true });
        (await app.RefreshAsync(token)).ContainsKey("access_token").Should().BeTrue();
    }

    [Theory]
    [Source("11.7")]
    [InlineData("ip restricted")]
    [InlineData("ip restricted or invalid login hours")]
    public async Task Refresh_FromAForbiddenAddress_SaysTheAssumedText(string text)
    {
        Org.Options.LoginRestrictedText = text;
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));
        Org.Users.Change(Org.Users.FindByUsername(Rep)!.Id, one => one with { LoginRestricted = true });

        Refusal(await app.RefreshAsync(token)).Should().Be($"invalid_grant: {text}");
    }

    [Theory]
    [Source("11.7")]
    [InlineData("inactive_org")]
    [InlineData("invalid_grant")]
    public async Task Refresh_OrgIsLocked_SaysTheAssumedCodeAndSessionsAreDead(string code)
    {
        Org.Options.InactiveOrgCode = code;
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        Org.Locked = true;

        Refusal(await app.RefreshAsync(RefreshTokenOf(granted))).Should().Be($"{code}: inactive organization");
        (await app.GetAsync("/services/data/v60.0/limits", (string?)granted["access_token"])).Should()
            .Contain("INVALID_SESSION_ID");
    }

    [Fact]
    [Source("9.2.4 cap")]
    public async Task Grant_SixthOfOneUserAndApp_RevokesTheOldest()
    {
        var app = App();
        var browser = await BrowseAsync(Rep);
        var grants = new List<JsonObject>();
        for (var count = 0; count < 6; count++) grants.Add(await app.GrantAsync(browser));

        Refusal(await app.RefreshAsync(RefreshTokenOf(grants[0]))).Should().Be(Dead);
        (await app.LivesAsync(grants[0]["access_token"])).Should().BeFalse();
        foreach (var alive in grants.Skip(1))
            (await app.RefreshAsync(RefreshTokenOf(alive))).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Grant_OtherUsersAndLogins_DoNotCountAgainstTheLimit()
    {
        var app = App();
        var browser = await BrowseAsync(Rep);
        var first = await app.GrantAsync(browser);
        var other = await BrowseAsync(OtherRep);
        for (var count = 0; count < 5; count++)
        {
            await app.GrantAsync(other);
            await app.GrantAsync(browser, "openid");
        }

        (await app.RefreshAsync(RefreshTokenOf(first))).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task RevokeGrants_OfOneUser_EndsTheirsOnly()
    {
        var app = App();
        var mine = await app.GrantAsync(await BrowseAsync(Rep));
        var theirs = await app.GrantAsync(await BrowseAsync(OtherRep));

        Org.Sessions.RevokeGrants(Org.Users.FindByUsername(Rep)!.Id);

        Refusal(await app.RefreshAsync(RefreshTokenOf(mine))).Should().Be(Dead);
        (await app.LivesAsync(mine["access_token"])).Should().BeFalse();
        (await app.RefreshAsync(RefreshTokenOf(theirs))).ContainsKey("access_token").Should().BeTrue();
    }

    [Fact]
    public async Task Refresh_ManyAtOnce_OneWinsAndNothingSurvivesTheTheft()
    {
        var app = App();
        var token = RefreshTokenOf(await app.GrantAsync(await BrowseAsync(Rep)));
        var apps = Enumerable.Range(0, 4).Select(_ => App()).ToList();

        var answers = await Task.WhenAll(apps.Select(one => one.RefreshAsync(token)));

        answers.Count(answer => answer.ContainsKey("access_token")).Should().Be(1);
        var winner = answers.Single(answer => answer.ContainsKey("access_token"));
        (await app.LivesAsync(winner["access_token"])).Should().BeFalse();
    }

    private static string RefreshTokenOf(JsonObject answer) => (string)answer["refresh_token"]!;

    private static string Refusal(JsonObject answer) => $"{answer["error"]}: {answer["error_description"]}";
}
