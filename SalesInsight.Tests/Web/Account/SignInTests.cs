using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Web.Account;

public sealed class SignInTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    private const string Mara = "mara.visser@halden.example";
    private const string Jonas = "jonas.lindqvist@halden.example";
    private const string Ines = "ines.duarte@halden.example";
    private const string Password = "demo-sales-insight";

    [Fact]
    public async Task SignIn_RightPassword_LeadsHome()
    {
        var visitor = web.Visitor();

        var answer = await visitor.SignInAsync(Mara, Password);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/settings/profile")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Mara)]
    [InlineData("nobody@halden.example")]
    public async Task SignIn_WrongPair_SaysTheSameForKnownAndUnknown(string email)
    {
        var answer = await web.Visitor().SignInAsync(email, "not the password");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await BodyAsync(answer)).Should().Contain("Email and password do not match an account here.");
    }

    [Fact]
    public async Task SignIn_FiveFailures_LocksTheAccountForTheRightPasswordToo()
    {
        var visitor = web.Visitor();
        for (var failure = 0; failure < 5; failure++) await visitor.SignInAsync(Jonas, "guess");

        var answer = await visitor.SignInAsync(Jonas, Password);

        (await BodyAsync(answer)).Should().Contain("Too many tries with this account.");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/demo/sign-in")]
    [InlineData("/connect/salesforce")]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(string path)
    {
        var visitor = await web.Visitor().AsDemoPersonAsync(Mara);

        var answer = await visitor.PostAsync(path, ("person", Ines), ("host", "x"), ("_handler", "sign-in"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignOut_SignedIn_EndsTheSession()
    {
        var visitor = await web.Visitor().AsDemoPersonAsync(Mara);

        await visitor.SubmitAsync("/settings/profile", "/account/sign-out");

        (await visitor.GetAsync("/settings/profile")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_Deactivated_IsRefusedWithoutSayingWhy()
    {
        await using var other = new WebUnderTest();
        await SetDeactivatedAsync(other, Jonas);

        var answer = await other.Visitor().SignInAsync(Jonas, Password);

        (await BodyAsync(answer)).Should().Contain("Email and password do not match an account here.");
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task SetDeactivatedAsync(WebUnderTest web, string email)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var person = (await people.FindByEmailAsync(email))!;
        person.IsDeactivated = true;
        await people.UpdateAsync(person);
    }
}
