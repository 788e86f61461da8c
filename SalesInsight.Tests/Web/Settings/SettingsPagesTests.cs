using System.Net;

namespace SalesInsight.Tests.Web.Settings;

public sealed class SettingsPagesTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    private const string TeamPage = "/settings/admin/salesforce";

    [Fact]
    public async Task TeamPage_Rep_IsForbiddenAndSaysWho()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var answer = await mara.GetAsync(TeamPage);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await mara.ReadAsync(TeamPage)).Should().Contain("Only an admin can open this page")
            .And.NotContain("Lock for everybody");
        (await mara.ReadAsync("/settings")).Should().NotContain("Admin Settings");
    }

    [Fact]
    public async Task TeamPage_Admin_OffersDefaultsAndLocks()
    {
        var ines = await web.Visitor().AsDemoPersonAsync("ines.duarte@halden.example");

        (await ines.GetAsync(TeamPage)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await ines.ReadAsync(TeamPage)).Should().Contain("Lock for everybody");
        (await ines.ReadAsync("/settings")).Should().Contain("Admin Settings");
    }

    [Fact]
    public async Task SyncSettings_NotConnected_AsksToConnectFirst()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        (await mara.ReadAsync("/settings/salesforce/sync")).Should()
            .Contain("Connect your Salesforce user first").And.Contain("Log Email Activity to Salesforce");
    }

    [Fact]
    public async Task SalesforcePage_UnknownTab_IsNotFound()
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        (await mara.GetAsync("/settings/salesforce/nonsense")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/settings/profile")]
    [InlineData("/settings/salesforce")]
    [InlineData("/settings/salesforce/sync")]
    [InlineData("/emails")]
    public async Task Page_SignedIn_HasOneMainAndOneHeading(string path)
    {
        var mara = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");

        var html = await mara.ReadAsync(path);

        html.Split("<main").Should().HaveCount(2);
        html.Split("<h1").Should().HaveCount(2);
    }
}
