using System.Net;
using System.Text.Json.Nodes;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class IdentityTests : RunningSandbox
{
    [Theory]
    [InlineData("Bearer", "")]
    [InlineData("OAuth", "?format=json")]
    public async Task Identity_OwnToken_TellsWhoItIs(string scheme, string query)
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var path = new Uri((string)granted["id"]!).AbsolutePath;

        var body = await app.GetAsync(path + query, (string)granted["access_token"]!, scheme);

        var told = JsonNode.Parse(body)!;
        ((string)told["id"]!).Should().Be((string)granted["id"]!);
        ((bool)told["asserted_user"]!).Should().BeTrue();
        ((string)told["user_id"]!).Should().Be(Org.Users.FindByUsername(Rep)!.Id);
        ((string)told["organization_id"]!).Should().Be(Org.Id);
        ((string)told["username"]!).Should().Be(Rep);
        ((string)told["display_name"]!).Should().Be("Mara Visser");
        ((string)told["timezone"]!).Should().Be("Europe/Amsterdam");
        ((long)told["utcOffset"]!).Should().Be(3_600_000);
        told["photos"]!["picture"].Should().NotBeNull();
        ((string)told["urls"]!["rest"]!).Should().EndWith("/services/data/v{version}/");
    }

    [Fact]
    public async Task Identity_FifteenCharacterIds_AreAccepted()
    {
        var app = App();
        var token = (string)(await app.GrantAsync(await BrowseAsync(Rep)))["access_token"]!;

        await app.GetAsync($"/id/{Org.Id[..15]}/{Org.Users.FindByUsername(Rep)!.Id[..15]}", token);

        app.Last.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, "", HttpStatusCode.Forbidden, "Missing_OAuth_Token")]
    [InlineData("dead", "", HttpStatusCode.Forbidden, "Bad_OAuth_Token")]
    [InlineData("live", "00D000000000000AAA/", HttpStatusCode.Forbidden, "Wrong_Org")]
    [InlineData("live", "own/", HttpStatusCode.NotFound, "Bad_Id")]
    public async Task Identity_SomethingIsOff_IsOnePlainWord(
        string? token, string org, HttpStatusCode status, string word)
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep));
        var sent = token == "live" ? (string)granted["access_token"]! : token;
        var orgId = org is "" or "own/" ? Org.Id : org.TrimEnd('/');
        var userId = org == "own/" ? "005000000000000AAA" : Org.Users.FindByUsername(Rep)!.Id;

        var body = await app.GetAsync($"/id/{orgId}/{userId}", sent);

        app.Last.StatusCode.Should().Be(status);
        body.Should().Be(word);
    }

    [Fact]
    public async Task Identity_OfSomebodyElse_IsForAdminsOnly()
    {
        var path = $"/id/{Org.Id}/{Org.Users.FindByUsername(Rep)!.Id}";
        var app = App();
        var rep = (string)(await app.GrantAsync(await BrowseAsync(OtherRep)))["access_token"]!;
        var admin = (string)(await app.GrantAsync(await BrowseAsync(Admin)))["access_token"]!;

        (await app.GetAsync(path, rep)).Should().Be("No_Access");
        JsonNode.Parse(await app.GetAsync(path, admin))!["username"]!.ToString().Should().Be(Rep);
    }

    [Fact]
    public async Task UserInfo_WithOpenId_TellsTheStandardClaims()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep), "openid");

        var told = JsonNode.Parse(await app.GetAsync("/services/oauth2/userinfo", (string)granted["access_token"]!))!;

        ((string)told["sub"]!).Should().Be((string)granted["id"]!);
        ((string)told["preferred_username"]!).Should().Be(Rep);
        ((string)told["given_name"]!).Should().Be("Mara");
        ((string)told["zoneinfo"]!).Should().Be("Europe/Amsterdam");
    }

    [Fact]
    public async Task UserInfo_WithoutOpenId_IsRefused()
    {
        var app = App();
        var granted = await app.GrantAsync(await BrowseAsync(Rep), "api");

        await app.GetAsync("/services/oauth2/userinfo", (string)granted["access_token"]!);

        app.Last.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Discovery_Anybody_ListsTheFiveEndpoints()
    {
        var body = JsonNode.Parse(await App().GetAsync("/.well-known/openid-configuration", accessToken: null))!;

        string[] endpoints = ["authorization", "token", "revocation", "userinfo", "introspection"];
        endpoints.Select(name => new Uri((string)body[$"{name}_endpoint"]!).AbsolutePath).Should().Equal(
            "/services/oauth2/authorize", "/services/oauth2/token", "/services/oauth2/revoke",
            "/services/oauth2/userinfo", "/services/oauth2/introspect");
        ((string)body["issuer"]!).Should().Be(Server.Url.ToString().TrimEnd('/'));
    }
}
