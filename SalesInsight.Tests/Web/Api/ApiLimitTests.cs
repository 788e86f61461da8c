using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace SalesInsight.Tests.Web.Api;

public sealed class ApiLimitTests(ApiLimitTests.Narrow web) : IClassFixture<ApiLimitTests.Narrow>
{
    [Fact]
    public async Task Calls_BeyondTheLimit_AreToldToWaitAndOthersAreNot()
    {
        var (one, other) = (await web.CallerAsync(), await web.CallerAsync());

        List<ApiReply> replies = [];
        for (var call = 0; call < 40; call++) replies.Add(await one.GetAsync("sync"));

        replies.Take(5).Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        var refused = replies.First(reply => reply.Status != HttpStatusCode.OK);
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Code.Should().Be("too-many-requests");
        refused.Message.Headers.RetryAfter!.Delta!.Value.Should().BePositive();
        (await other.GetAsync("sync")).Status.Should().Be(HttpStatusCode.OK);
    }

    public sealed class Narrow : ApiUnderTest
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Api:CallsPerMinuteMax", "5");
        }
    }
}
