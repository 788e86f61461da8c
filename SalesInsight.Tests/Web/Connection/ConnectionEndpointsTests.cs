using System.Net;

namespace SalesInsight.Tests.Web.Connection;

public sealed class ConnectionEndpointsTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    private const string Page = "/settings/salesforce";

    [Fact]
    public async Task Start_FromThePage_LeavesForTheLoginHostWithPkce()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.SubmitAsync(Page, "/connect/salesforce");

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().StartWith("http://127.0.0.1:")
            .And.Contain("code_challenge_method=S256").And.Contain("state=");
        answer.Headers.GetValues("Set-Cookie").Should().Contain(cookie =>
            cookie.StartsWith("salesinsight-connect=") && cookie.Contains("httponly")
            && cookie.Contains("samesite=lax"));
    }

    [Fact]
    public async Task Start_HostileLoginHost_IsRefusedOnThePage()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.SubmitAsync(
            Page, "/connect/salesforce", ("host", "https://login.salesforce.com.evil.example"));

        answer.Headers.Location!.ToString().Should().Be($"{Page}?problem=LoginHostNotAllowed");
        (await mara.ReadAsync(answer.Headers.Location!.ToString())).Should()
            .Contain("This login address is not on the list of allowed Salesforce hosts.")
            .And.Contain("Not connected yet");
    }

    [Theory]
    [InlineData("?code=abc&state=made-up", "SignInExpired")]
    [InlineData("?error=access_denied&state=made-up", "SignInExpired")]
    [InlineData("", "SignInExpired")]
    public async Task Callback_StateOfNoSignIn_ChangesNothing(string query, string problem)
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.GetAsync($"/connect/salesforce/callback{query}");

        answer.Headers.Location!.ToString().Should().Be($"{Page}?problem={problem}");
        (await mara.ReadAsync(Page)).Should().Contain("Not connected yet");
    }

    [Fact]
    public async Task Callback_Anonymous_AsksToSignIn()
    {
        var answer = await web.Visitor().GetAsync("/connect/salesforce/callback?code=abc&state=x");

        answer.Headers.Location!.ToString().Should().Contain("/account/sign-in");
    }

    [Fact]
    public async Task Page_ProblemMadeUp_ShowsNothingOfIt()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        (await mara.ReadAsync($"{Page}?problem=Send+money")).Should().NotContain("Send money")
            .And.NotContain("Problem.");
    }

    [Fact]
    public async Task StartReader_ByARep_IsForbidden()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.SubmitAsync(Page, "/connect/salesforce/reader");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await mara.ReadAsync("/settings/admin/salesforce")).Should().NotContain("Org reader");
    }

    [Fact]
    public async Task StartReader_ByAnAdmin_LeavesForTheLoginHost()
    {
        var ines = await web.Visitor().AsDemoPersonAsync("ines.duarte@halden.example");
        (await ines.ReadAsync("/settings/admin/salesforce")).Should()
            .Contain("Connect an org reader").And.Contain("Read-only is enough").And.NotContain("Reader.");

        var answer = await ines.SubmitAsync("/settings/admin/salesforce", "/connect/salesforce/reader");

        answer.Headers.Location!.ToString().Should().StartWith("http://127.0.0.1:").And.Contain("state=");
    }
}
