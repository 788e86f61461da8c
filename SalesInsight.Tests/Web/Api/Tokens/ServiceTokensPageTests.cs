using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Api.Tokens;

public sealed class ServiceTokensPageTests : ComponentTest
{
    private const ApiScopes ServiceScopes = ApiScopes.EmailsReport | ApiScopes.EmailsForOthers;

    private static readonly Guid Admin = SequentialIds.Of(0xA001);
    private static readonly Guid OtherAdmin = SequentialIds.Of(0xA003);

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new(new(2026, 11, 24, 8, 16, 0, TimeSpan.Zero));
    private readonly FakeApiTokens _tokens;

    public ServiceTokensPageTests()
    {
        _tokens = new FakeApiTokens(_time);
        Services.AddSingleton<IApiTokens>(_tokens);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<ISettingsStore>(new FakeSettings("Europe/Amsterdam"));
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Admin, isAdmin: true));
        Services.AddScoped<Toasts>().AddScoped<CurrentPerson>().AddScoped<PersonClock>();
    }

    [Fact]
    public void Page_AskedFor_OpensForAdminsAlone() =>
        typeof(ServiceTokensPage).GetCustomAttribute<AuthorizeAttribute>()!.Roles.Should().Be(PersonClaims.AdminRole);

    [Fact]
    public void Create_Name_MakesATokenThatReportsForOthers()
    {
        var page = Render<ServiceTokensPage>();

        page.FindAll("input[type=checkbox]").Should().BeEmpty("what it may do is not chosen");
        page.Find("#token-name").Change(" Mail relay ");
        Button(page, "Create token").Click();

        var made = _tokens.Tokens.Should().ContainSingle().Subject;
        made.Should().Be(new ApiToken(made.Id, Admin, "Mail relay", ServiceScopes,
            _time.GetUtcNow(), _time.GetUtcNow().AddDays(90), null));
        page.Find("input.value").GetAttribute("value").Should().Be("salesinsight_secret-1");
        page.Find(".token").TextContent.Should().Contain("Mail relay")
            .And.Contain("emails:report, emails:report-others");

        Button(page, "Done").Click();
        page.Markup.Should().NotContain("salesinsight_secret-1");
    }

    [Fact]
    public async Task List_TokensOfEveryAdmin_StandUnderATitleThatSaysSo()
    {
        await IssueAsync(OtherAdmin, "Another admin's relay", ServiceScopes);
        await IssueAsync(Admin, "My own script", ApiScopes.TasksRead);

        var page = Render<ServiceTokensPage>();

        page.Find("#tokens-title").TextContent.Should().Be("Service tokens of all admins");
        page.FindAll(".token b").Select(name => name.TextContent).Should().Equal("Another admin's relay");
    }

    [Fact]
    public async Task Revoke_OfAnotherAdmin_IsDoneOnlyWhenConfirmed()
    {
        await IssueAsync(OtherAdmin, "Old relay", ServiceScopes);
        var page = Render<ServiceTokensPage>();

        page.Find("[aria-label='Revoke Old relay']").Click();
        Button(page, "Keep it").Click();
        _tokens.Tokens.Should().ContainSingle();

        page.Find("[aria-label='Revoke Old relay']").Click();
        page.FindAll(".ask button").Last().Click();
        _tokens.Tokens.Should().BeEmpty();
        Services.GetRequiredService<Toasts>().Shown.Should().ContainSingle(toast => toast.Text == "Token revoked");
    }

    [Fact]
    public void Create_TooManyAlready_KeepsWhatWasTyped()
    {
        _tokens.IsFull = true;
        var page = Render<ServiceTokensPage>();

        page.Find("#token-name").Change("One more");
        Button(page, "Create token").Click();

        page.Markup.Should().Contain("You have 50 tokens already.");
        page.Find("#token-name").GetAttribute("value").Should().Be("One more");
    }

    private Task IssueAsync(Guid userId, string name, ApiScopes scopes) =>
        _tokens.IssueAsync(userId, name, scopes, TimeSpan.FromDays(7), Stop);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ServiceTokensPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
