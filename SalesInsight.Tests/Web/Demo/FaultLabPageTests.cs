using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sandbox.Faults.Lab;
using SalesInsight.Web.Demo;

namespace SalesInsight.Tests.Web.Demo;

public sealed class FaultLabPageTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    private const string Path = "/demo/faults";

    [Fact]
    public async Task FaultLab_Admin_SeesEveryFaultAndTheWayThere()
    {
        var admin = await web.Visitor().AsDemoPersonAsync(DemoPerson.Ines.Email);

        var page = await admin.ReadAsync(Path);
        var settings = await admin.ReadAsync("/settings");

        foreach (var fault in Enum.GetValues<LabFault>()) page.Should().Contain($"data-fault=\"{fault}\"");
        page.Should().Contain("Nothing is wrong now.").And.NotContain("Lab.");
        settings.Should().Contain("href=\"demo/faults\"");
    }

    [Fact]
    public async Task FaultLab_Rep_IsDeniedAndShownNoWay()
    {
        var rep = await web.Visitor().AsDemoPersonAsync(DemoPerson.Mara.Email);

        var page = await rep.ReadAsync(Path);

        page.Should().NotContain("data-fault").And.NotContain("Switch all off");
        (await rep.ReadAsync("/settings")).Should().NotContain("demo/faults");
    }

    [Fact]
    public async Task FaultLab_SignedOut_LeadsToSignIn() =>
        (await web.Visitor().GetAsync(Path)).Headers.Location!.ToString().Should().Contain("/account/sign-in");

    [Fact] // the page is not the only guard: its door asks who acts
    public async Task FaultLab_DoorWithoutAnAdmin_RefusesAndChangesNothing()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var signedOut = scope.ServiceProvider.GetRequiredService<DemoFaultLab>();

        var act = () => signedOut.SwitchOnAsync(LabFault.Unavailable);

        await act.Should().ThrowAsync<Exception>();
        web.Services.GetRequiredService<DemoSalesforce>().Server!.Lab.Levers.Should().OnlyContain(one => !one.IsOn);
    }

    [Fact]
    public async Task FaultLab_WithoutDemo_IsNotThere()
    {
        await using var company = new WebWithoutDemo();

        var answer = await company.Visitor().GetAsync(Path);

        answer.StatusCode.Should().NotBe(HttpStatusCode.OK);
        company.Services.GetRequiredService<DemoSalesforce>().Server.Should().BeNull();
    }
}
