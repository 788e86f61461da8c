using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Tests.Web.Api;

/// <summary>The web app for scripts: hands out tokens of its demo people.</summary>
public class ApiUnderTest : WebUnderTest
{
    public const string Mara = "mara.visser@halden.example";
    public const string Jonas = "jonas.lindqvist@halden.example";

    internal ApiCaller Caller(string? token) => new(Client(), token);

    internal async Task<ApiCaller> CallerAsync(string email = Mara, ApiScopes scopes = ApiScopes.All) =>
        Caller(await IssueAsync(email, scopes));

    internal async Task<string> IssueAsync(string email, ApiScopes scopes = ApiScopes.All)
    {
        var made = await Services.GetRequiredService<IApiTokens>().IssueAsync(
            (await FindAsync(email)).Id, "Test", scopes, TimeSpan.FromDays(1), CancellationToken.None);
        return made!.Value.Text;
    }

    internal HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("http://localhost"),
        HandleCookies = false,
    });

    internal async Task<AppUser> FindAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email))!;
    }

    internal async Task DeactivateAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var person = (await people.FindByEmailAsync(email))!;
        person.IsDeactivated = true;
        (await people.UpdateAsync(person)).Succeeded.Should().BeTrue();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Api:CallsPerMinuteMax", "6000");
    }
}
