using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Web.Account;

public sealed class ActiveSessionsTests(ActiveSessionsTests.CheckingEveryTime web)
    : IClassFixture<ActiveSessionsTests.CheckingEveryTime>
{
    [Fact]
    public async Task Session_PersonDeactivated_Ends()
    {
        var visitor = await web.Visitor().AsDemoPersonAsync("mara.visser@halden.example");
        (await visitor.GetAsync("/settings/profile")).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var scope = web.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var mara = (await people.FindByEmailAsync("mara.visser@halden.example"))!;
        mara.IsDeactivated = true;
        await people.UpdateAsync(mara);

        (await visitor.GetAsync("/settings/profile")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    /// <summary>Asks the database with every request instead of every half minute.</summary>
    public sealed class CheckingEveryTime : WebUnderTest
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero));
        }
    }
}
