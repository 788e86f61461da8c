using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Api.Tokens;

public sealed class ApiTokensPageTests : ComponentTest
{
    private static readonly Guid Rep = SequentialIds.Of(0xA002);

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
    private readonly FakeApiTokens _tokens;

    public ApiTokensPageTests()
    {
        _tokens = new FakeApiTokens(_time);
        Services.AddSingleton<IApiTokens>(_tokens);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Rep));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
    }

    [Fact]
    public void Page_WithoutTokens_SaysWhatTheyAreFor()
    {
        var page = Render<ApiTokensPage>();

        page.Markup.Should().Contain("No tokens yet");
        page.FindAll("input[type=checkbox]").Select(box => box.HasAttribute("checked"))
            .Should().Equal(true, false, false, false);
    }

    [Fact]
    public void Create_NameAndScopes_ShowsTheTokenOnce()
    {
        var page = Render<ApiTokensPage>();

        page.Find("#token-name").Change(" Nightly import ");
        page.FindAll("input[type=checkbox]")[1].Change(true);
        page.Find("#token-days").Change("365");
        Button(page, "Create token").Click();

        var made = _tokens.Tokens.Should().ContainSingle().Subject;
        made.Should().Be(new ApiToken(made.Id, Rep, "Nightly import", ApiScopes.TasksRead | ApiScopes.TasksWrite,
            _time.GetUtcNow(), _time.GetUtcNow().AddDays(365), null));
        page.Find("input.value").GetAttribute("value").Should().Be("salesinsight_secret-1");
        page.Markup.Should().Contain("tasks:read, tasks:write").And.Contain("Never used")
            .And.Contain("Expires 24 Nov 2027");

        Button(page, "Done").Click();
        page.Markup.Should().NotContain("salesinsight_secret-1");
    }

    [Fact]
    public void Create_NothingFilledIn_SaysWhatIsMissing()
    {
        var page = Render<ApiTokensPage>();

        page.FindAll("input[type=checkbox]")[0].Change(false);
        Button(page, "Create token").Click();

        page.Markup.Should().Contain("Enter a name of up to 80 characters.").And.Contain("Choose at least one.");
        _tokens.Tokens.Should().BeEmpty();
    }

    [Fact]
    public void Create_TooManyAlready_KeepsWhatWasTyped()
    {
        _tokens.IsFull = true;
        var page = Render<ApiTokensPage>();

        page.Find("#token-name").Change("One more");
        Button(page, "Create token").Click();

        page.Markup.Should().Contain("You have 50 tokens already.");
        page.Find("#token-name").GetAttribute("value").Should().Be("One more");
    }

    [Fact]
    public async Task Revoke_Asked_IsDoneOnlyWhenConfirmed()
    {
        await _tokens.IssueAsync(Rep, "Old script", ApiScopes.TasksRead, TimeSpan.FromDays(7), Stop);
        var page = Render<ApiTokensPage>();

        page.Find("[aria-label='Revoke Old script']").Click();
        page.Markup.Should().Contain("Revoke Old script?");
        Button(page, "Keep it").Click();
        _tokens.Tokens.Should().ContainSingle();

        page.Find("[aria-label='Revoke Old script']").Click();
        page.FindAll(".ask button").Last().Click();
        _tokens.Tokens.Should().BeEmpty();
        page.Markup.Should().Contain("No tokens yet");
    }

    [Fact]
    public async Task List_ExpiredAndUsed_SaysSo()
    {
        var now = _time.GetUtcNow();
        _tokens.Tokens.Add(new ApiToken(SequentialIds.Of(1), Rep, "Expired one", ApiScopes.All, now.AddDays(-8),
            now.AddDays(-1), now.AddHours(-2)));
        await _tokens.IssueAsync(SequentialIds.Of(9), "Somebody else's", ApiScopes.All, TimeSpan.FromDays(7), Stop);

        var page = Render<ApiTokensPage>();

        page.Find(".badge").TextContent.Should().Be("Expired");
        page.Find("#tokens-title").TextContent.Should().Be("Your tokens");
        page.Markup.Should().Contain("Last used 07:16").And.NotContain("Somebody else");
    }

    [Fact]
    public void Copy_BrowserDoesNotAllow_SaysSoAndKeepsTheToken()
    {
        JSInterop.SetupVoid("salesInsight.copy", _ => true).SetException(new JSException("NotAllowedError"));
        var page = Render<ApiTokensPage>();
        page.Find("#token-name").Change("Nightly import");
        Button(page, "Create token").Click();

        Button(page, "Copy").Click();

        Services.GetRequiredService<Toasts>().Shown.Should().ContainSingle(toast => toast.IsBad);
        page.Find("input.value").GetAttribute("value").Should().Be("salesinsight_secret-1");
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ApiTokensPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
