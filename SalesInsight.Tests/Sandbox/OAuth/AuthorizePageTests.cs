using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SalesInsight.Tests.Sandbox.Screen;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class AuthorizePageTests : RunningSandbox
{
    [Fact]
    public async Task Authorize_NobodyLoggedIn_LeadsThroughLoginToConsent()
    {
        var browser = await BrowseAsync();

        var login = await browser.VisitAsync(OAuthTestApp.AuthorizePath());
        var choice = login.QuerySelector<IHtmlButtonElement>($"[data-testid='login-as-{Rep}']")!;
        await browser.SubmitAsync(choice.Form!);
        var consent = await browser.VisitAsync(browser.Location!);

        consent.QuerySelector("h1")!.TextContent.Should().Be("Allow access?");
        consent.QuerySelector("[data-testid='app-name']")!.TextContent.Should().Be("SalesInsight");
        consent.QuerySelector("[data-testid='scopes']")!.TextContent.Should().Contain("refresh_token");
        consent.Body!.TextContent.Should().Contain("Mara Visser");
    }

    [Fact]
    public async Task Authorize_LoggedInAlready_AsksForConsentAtOnce()
    {
        var browser = await BrowseAsync(Rep);

        var consent = await browser.GetAsync(OAuthTestApp.AuthorizePath());

        browser.Last.StatusCode.Should().Be(HttpStatusCode.OK);
        consent.QuerySelectorAll("form.pair button").Select(button => button.TextContent)
            .Should().Equal("Deny", "Allow");
    }

    [Fact]
    [Source("9.1 auth: authorize")]
    public async Task Authorize_Allowed_CallsBackWithCodeAndState()
    {
        var browser = await BrowseAsync(Rep);

        var code = await App().AskAsync(browser);

        browser.Location.Should().Be($"{OAuthTestApp.Callback}?code={code}&state=s1");
    }

    [Fact]
    public async Task Authorize_Denied_CallsBackWithAccessDeniedAndState()
    {
        var browser = await BrowseAsync(Rep);
        var consent = await browser.GetAsync(OAuthTestApp.AuthorizePath());

        await browser.SubmitAsync(consent.QuerySelector<IHtmlFormElement>("form.pair")!, ("decision", "deny"));

        browser.Location.Should().StartWith($"{OAuthTestApp.Callback}?error=access_denied&").And.EndWith("&state=s1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Decision_FormTokenIsNotOurs_GivesNothingAway(string token)
    {
        var browser = await BrowseAsync(Rep);
        var consent = await browser.GetAsync(OAuthTestApp.AuthorizePath());
        var form = consent.QuerySelector<IHtmlFormElement>("form.pair")!;

        await browser.SubmitAsync(form, ("form_token", token), ("decision", "allow"));

        browser.Location.Should().StartWith("/services/oauth2/authorize?");
    }

    [Fact]
    public async Task Decision_FormTokenOfAnotherBrowser_GivesNothingAway()
    {
        var attacker = await BrowseAsync(OtherRep);
        var page = await attacker.GetAsync(OAuthTestApp.AuthorizePath());
        var theirs = page.QuerySelector<IHtmlFormElement>("form.pair")!;
        var victim = await BrowseAsync(Rep);

        await victim.SubmitAsync(theirs, ("decision", "allow"));

        victim.Location.Should().StartWith("/services/oauth2/authorize?");
    }

    [Fact]
    public async Task Authorize_CallbackOfAStranger_IsShownAndNeverFollowed()
    {
        var browser = await BrowseAsync(Rep);
        var path = OAuthTestApp.AuthorizePath().Replace("localhost", "evil.example", StringComparison.Ordinal);

        var page = await browser.GetAsync(path);

        browser.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        browser.Location.Should().BeNull();
        page.QuerySelector("[data-testid='oauth-error']")!.TextContent.Should().Contain("redirect_uri_mismatch");
    }

    [Fact]
    public async Task Authorize_EveryPage_CarriesTheSafetyHeaders()
    {
        var browser = await BrowseAsync(Rep);
        await browser.GetAsync(OAuthTestApp.AuthorizePath());

        var policy = string.Join(';', browser.Last.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'")
            .And.Contain("form-action 'self' http://localhost:5080");
        browser.Last.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        browser.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Login_WrongPassword_SaysSoAndStaysOut()
    {
        var browser = await BrowseAsync();

        await browser.LogInAsync(Rep, "wrong");

        browser.Last.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await browser.VisitAsync("/")).QuerySelector("h1")!.TextContent.Should().Be("Log In");
    }

    [Fact]
    public async Task Login_InactiveUser_IsRefusedAndNotOffered()
    {
        Org.Users.Change(Org.Users.FindByUsername(Rep)!.Id, user => user with { IsActive = false });
        var browser = await BrowseAsync();

        await browser.LogInAsync(Rep);
        var page = await browser.GetAsync("/login");

        browser.Location.Should().BeNull();
        page.QuerySelector($"[data-testid='login-as-{Rep}']").Should().BeNull();
        page.QuerySelector($"[data-testid='login-as-{OtherRep}']").Should().NotBeNull();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Login_ReturnAddressElsewhere_LeadsHome(string startUrl)
    {
        var browser = await BrowseAsync();
        var login = await browser.GetAsync($"/login?startURL={Uri.EscapeDataString(startUrl)}");
        var choice = login.QuerySelector<IHtmlButtonElement>($"[data-testid='login-as-{Rep}']")!;

        await browser.SubmitAsync(choice.Form!, ("startURL", startUrl));

        browser.Location.Should().Be("/");
    }

    [Fact]
    public async Task Login_WithACookieKnownBeforehand_MovesToAFreshOne()
    {
        var browser = await BrowseAsync();
        await browser.GetAsync("/login");
        var planted = browser.Last.Headers.GetValues("Set-Cookie").Single();

        await browser.LogInAsync(Rep);

        browser.Last.Headers.GetValues("Set-Cookie").Single().Should()
            .NotBe(planted).And.StartWith("sandbox_sid=").And.Contain("httponly").And.Contain("samesite=lax");
    }

    [Fact]
    public async Task Authorize_AppWantsAFreshLogin_AsksOnceAndFillsTheHintIn()
    {
        var browser = await BrowseAsync(Rep);

        var login = await browser.VisitAsync(OAuthTestApp.AuthorizePath() + "&prompt=login&login_hint=rep2");
        login.QuerySelector<IHtmlInputElement>("#username")!.Value.Should().Be("rep2");
        var choice = login.QuerySelector<IHtmlButtonElement>($"[data-testid='login-as-{OtherRep}']")!;
        await browser.SubmitAsync(choice.Form!);
        var consent = await browser.VisitAsync(browser.Location!);

        consent.QuerySelector("h1")!.TextContent.Should().Be("Allow access?");
        consent.Body!.TextContent.Should().Contain("Jonas Lindqvist");
    }

    [Fact]
    public async Task Consent_SomebodyElseWanted_LogsOutAndReturnsToConsent()
    {
        var browser = await BrowseAsync(Rep);
        var consent = await browser.GetAsync(OAuthTestApp.AuthorizePath());

        await browser.SubmitAsync(consent.QuerySelector<IHtmlFormElement>("form.aside")!);
        var login = await browser.VisitAsync(browser.Location!);

        login.QuerySelector("h1")!.TextContent.Should().Be("Log In");
        login.QuerySelector<IHtmlInputElement>("[name='startURL']")!.Value
            .Should().StartWith("/services/oauth2/authorize?");
    }
}
