using System.Net;

namespace SalesInsight.Tests.Web.Shell;

public sealed class WebHeadersTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/setup")]
    [InlineData("/health/live")]
    public async Task AnyAnswer_Always_AllowsNoInlineScript(string path)
    {
        var answer = await web.Visitor().GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self';")
            .And.Contain("frame-ancestors 'none'").And.Contain("connect-src 'self'");
        policy.Should().NotContain("unsafe-eval").And.NotContain("script-src 'self' 'unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task Page_Rendered_CarriesNoInlineScriptOrHandler()
    {
        var html = await web.Visitor().ReadAsync("/account/sign-in");

        html.Should().NotContainAny(" onclick=", " onload=", "javascript:", "<style");
        html.Should().NotMatchRegex("<script(?![^>]* src=)");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/settings/salesforce")]
    [InlineData("/emails")]
    [InlineData("/no-such-page")]
    public async Task Page_Anonymous_AsksToSignIn(string path)
    {
        var answer = await web.Visitor().GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Contain("/account/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Page_Unknown_SaysSoWithNotFound()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.GetAsync("/no-such-page");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await mara.ReadAsync("/no-such-page")).Should().Contain("Nothing lives at this address");
    }

    [Fact]
    public async Task Page_DarkCookie_IsDarkFromTheFirstByte()
    {
        using var client = web.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", "ui-theme=dark");

        var html = await client.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken);

        html.Should().Contain("data-theme=\"dark\"");
    }
}
