namespace SalesInsight.Tests.Web.Demo;

public sealed class DemoPeopleTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    [Fact]
    public async Task SignInPage_Demo_OffersThreePeopleAndTheSalesforceSide()
    {
        var html = await web.Visitor().ReadAsync("/account/sign-in");

        html.Should().ContainAll("Mara Visser", "Jonas Lindqvist", "Ines Duarte", "Open the Salesforce side");
        html.Should().Contain("Amsterdam. Not connected yet").And.Contain("http://127.0.0.1:");
    }

    [Fact]
    public async Task SignIn_NobodyOfTheThree_StaysOutside()
    {
        var visitor = web.Visitor();

        await visitor.SubmitAsync("/account/sign-in", "/demo/sign-in", ("person", "boss@halden.example"));

        (await visitor.GetAsync("/settings/profile")).Headers.Location!.ToString().Should().Contain("/account/sign-in");
    }
}
