using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Web.Account;

namespace SalesInsight.Tests.Web.Account;

public sealed class SetupTests(WebWithoutDemo web) : IClassFixture<WebWithoutDemo>
{
    [Fact]
    public async Task Setup_CodeFromTheConsole_MakesTheOneFirstAdmin()
    {
        (await web.Visitor().ReadAsync("/account/sign-in")).Should().NotContain("Mara Visser", "there is no demo here");
        var code = web.Services.GetRequiredService<FirstAdminCode>().Issue();
        var visitor = web.Visitor();

        (await SubmitAsync(visitor, "0123456789abcdef0123")).Should().Be(HttpStatusCode.OK, "the code is wrong");
        (await SubmitAsync(visitor, code)).Should().Be(HttpStatusCode.Redirect);

        (await visitor.GetAsync("/settings/admin/salesforce")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await web.Visitor().ReadAsync("/setup")).Should().Contain("This install has its admin already.");
    }

    private static async Task<HttpStatusCode> SubmitAsync(WebVisitor visitor, string code) =>
        (await visitor.SubmitAsync("/setup", "/setup", ("Input.Code", code), ("Input.Name", "Ada Admin"),
            ("Input.Email", "ada@company.example"), ("Input.Password", "a long enough password"))).StatusCode;
}
