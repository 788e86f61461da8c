using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Api.Tokens;

public sealed class ApiTokensPageTests : TokenPageTest
{
    private static readonly Guid Rep = SequentialIds.Of(0xA002);

    public ApiTokensPageTests() : base(Rep)
    {
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

        var made = Tokens.Tokens.Should().ContainSingle().Subject;
        made.Should().Be(new ApiToken(made.Id, Rep, "Nightly import", ApiScopes.TasksRead | ApiScopes.TasksWrite,
            Time.GetUtcNow(), Time.GetUtcNow().AddDays(365), null));
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
        Tokens.Tokens.Should().BeEmpty();
    }

    [Fact]
    public void Create_TooManyAlready_KeepsWhatWasTyped()
    {
        Tokens.IsFull = true;
        var page = Render<ApiTokensPage>();

        page.Find("#token-name").Change("One more");
        Button(page, "Create token").Click();

        page.Markup.Should().Contain("You have 50 tokens already.");
        page.Find("#token-name").GetAttribute("value").Should().Be("One more");
    }

    [Fact]
    public async Task Revoke_Asked_IsDoneOnlyWhenConfirmed()
    {
        await IssueAsync(Rep, "Old script", ApiScopes.TasksRead);
        var page = Render<ApiTokensPage>();

        page.Find("[aria-label='Revoke Old script']").Click();
        page.Markup.Should().Contain("Revoke Old script?");
        Button(page, "Keep it").Click();
        Tokens.Tokens.Should().ContainSingle();

        page.Find("[aria-label='Revoke Old script']").Click();
        page.FindAll(".ask button").Last().Click();
        Tokens.Tokens.Should().BeEmpty();
        page.Markup.Should().Contain("No tokens yet");
    }

    [Fact]
    public async Task List_ExpiredAndUsed_SaysSo()
    {
        var now = Time.GetUtcNow();
        Tokens.Tokens.Add(new ApiToken(SequentialIds.Of(1), Rep, "Expired one", ApiScopes.All, now.AddDays(-8),
            now.AddDays(-1), now.AddHours(-2)));
        await IssueAsync(SequentialIds.Of(9), "Somebody else's", ApiScopes.All);

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
}
