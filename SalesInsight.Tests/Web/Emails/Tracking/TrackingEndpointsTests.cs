using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesInsight.Sync.EmailDelivery.Tracking;
using SalesInsight.Web.Emails.Tracking;

namespace SalesInsight.Tests.Web.Emails.Tracking;

/// <summary>What a stranger is answered: the same picture for everything, and links of ours alone.</summary>
public sealed class TrackingEndpointsTests(WebUnderTest web) : IClassFixture<WebUnderTest>
{
    private static readonly Uri Target = new("https://halden.example/offer?a=1&b=%0d%0aSet-Cookie:x");

    private TrackingMarks Marks => web.Services.GetRequiredService<TrackingMarks>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Picture_RealMarkOrNone_IsTheSameForAStranger(bool isReal)
    {
        var mark = isReal ? Marks.Write(new TrackingMark.Picture(Guid.Empty, Guid.Empty)) : "nonsense";

        var answer = await web.Visitor().GetAsync($"/t/o/{mark}");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("image/gif");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().HaveCount(42);
        KeepsNothing(answer);
    }

    [Fact]
    public async Task Link_OfOurs_LeadsToItsTargetAlone()
    {
        var mark = Marks.Write(new TrackingMark.Link(Guid.Empty, Guid.Empty, Target));

        var answer = await web.Visitor().GetAsync($"/t/c/{mark}?url=https://evil.example");

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location.Should().Be(Target);
        KeepsNothing(answer);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example")]
    [InlineData("nonsense")]
    public async Task Link_NotOfOurs_IsNotFound(string mark)
    {
        var answer = await web.Visitor().GetAsync($"/t/c/{mark}");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Headers.Location.Should().BeNull();
    }

    [Fact]
    public async Task Link_AskedTooOften_StillLeadsOn()
    {
        var mark = Marks.Write(new TrackingMark.Link(Guid.Empty, Guid.Empty, Target));
        var visitor = web.Visitor();

        for (var i = 0; i <= TrackingLimit.EventsPerMinuteMax; i++)
            (await visitor.GetAsync($"/t/c/{mark}")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private static void KeepsNothing(HttpResponseMessage answer)
    {
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
    }
}
