using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SalesInsight.Sandbox.OAuth;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class AuthorizeRequestTests
{
    private const string Callback = "http://localhost:5080/salesforce/callback";
    private static readonly string challenge = Pkce.ChallengeFor(new string('v', 64));

    [Fact]
    public void Read_CompleteRequest_IsValid()
    {
        var request = Read(Complete()).Should().BeOfType<AuthorizeRequest.Valid>().Subject;

        request.Client.Id.Should().Be("salesinsight");
        request.Scopes.ToString().Should().Be("api refresh_token");
        request.Challenge.Should().Be(challenge);
        request.Allowed("C").Should().Be(Callback + "?code=C&state=s%261");
        request.Denied.Should().StartWith(Callback + "?error=access_denied&").And.EndWith("&state=s%261");
    }

    [Fact]
    public void Read_ChallengeWithoutMethod_MeansS256() =>
        Read(Complete(("code_challenge_method", null))).Should().BeOfType<AuthorizeRequest.Valid>();

    [Fact]
    public void Read_NoScope_AsksForAllOfTheApp() =>
        Read(Complete(("scope", null))).As<AuthorizeRequest.Valid>().Scopes.ToString()
            .Should().Be("id api openid profile email refresh_token");

    [Fact]
    public void Read_OfflineAccess_IsAnotherNameOfRefreshToken() =>
        Read(Complete(("scope", "api offline_access refresh_token"))).As<AuthorizeRequest.Valid>().Scopes.ToString()
            .Should().Be("api refresh_token");

    [Theory]
    [InlineData("client_id", "stranger", "invalid_client_id")]
    [InlineData("client_id", null, "invalid_client_id")]
    [InlineData("redirect_uri", null, "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "https://evil.example/callback", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://localhost.evil.example/callback", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://localhost@evil.example/callback", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://evil.example\\@localhost/callback", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://localhost:5080/callback#part", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "javascript://localhost/%0Aalert(1)", "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "/callback", "redirect_uri_mismatch")]
    public void Read_UnknownAppOrCallback_IsNeverRedirected(string field, string? value, string code) =>
        Read(Complete((field, value))).Should().BeOfType<AuthorizeRequest.Untrusted>()
            .Which.Error.Code.Should().Be(code);

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "unsupported_response_type")]
    [InlineData("scope", "api everything", "invalid_scope")]
    [InlineData("scope", "full", "invalid_scope")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("prompt", "none", "immediate_unsuccessful")]
    public void Read_ImpossibleRequest_TellsTheCallback(string field, string? value, string code) =>
        Read(Complete((field, value))).Should().BeOfType<AuthorizeRequest.Refused>()
            .Which.Location.Should().StartWith($"{Callback}?error={code}&").And.EndWith("&state=s%261");

    [Fact]
    public void Read_AppThatNeedsNoChallenge_MayComeWithout() =>
        Read(Complete(("client_id", "sandbox-client"), ("code_challenge", null)))
            .Should().BeOfType<AuthorizeRequest.Valid>();

    private static Dictionary<string, string?> Complete(params (string Field, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = "salesinsight",
            ["redirect_uri"] = Callback,
            ["scope"] = "api refresh_token",
            ["state"] = "s&1",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (field, value) in changes) query[field] = value;
        return query;
    }

    private static AuthorizeRequest Read(Dictionary<string, string?> query) => AuthorizeRequest.Read(
        new QueryCollection(QueryHelpers.ParseQuery(QueryHelpers.AddQueryString("", query))), new OAuthClients());
}
