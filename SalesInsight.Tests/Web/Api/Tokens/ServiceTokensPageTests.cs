using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Tests.Support;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Tests.Web.Api.Tokens;

public sealed class ServiceTokensPageTests : TokenPageTest
{
    private const ApiScopes ServiceScopes = ApiScopes.EmailsReport | ApiScopes.EmailsForOthers;

    private static readonly Guid Admin = SequentialIds.Of(0xA001);
    private static readonly Guid OtherAdmin = SequentialIds.Of(0xA003);

    public ServiceTokensPageTests() : base(Admin, isAdmin: true)
    {
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

        var made = Tokens.Tokens.Should().ContainSingle().Subject;
        made.Should().Be(new ApiToken(made.Id, Admin, "Mail relay", ServiceScopes,
            Time.GetUtcNow(), Time.GetUtcNow().AddDays(90), null));
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
        Tokens.Tokens.Should().ContainSingle();

        page.Find("[aria-label='Revoke Old relay']").Click();
        page.FindAll(".ask button").Last().Click();
        Tokens.Tokens.Should().BeEmpty();
        Services.GetRequiredService<Toasts>().Shown.Should().ContainSingle(toast => toast.Text == "Token revoked");
    }
}
