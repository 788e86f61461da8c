using System.Net;
using Microsoft.AspNetCore.Http;
using SalesInsight.Web.Emails.Tracking;

namespace SalesInsight.Tests.Web.Emails.Tracking;

public class TrackingLimitTests
{
    [Fact]
    public void Limit_OfOneAddress_LeavesOthersAlone()
    {
        using var limit = new TrackingLimit();
        for (var i = 0; i < TrackingLimit.EventsPerMinuteMax; i++) limit.Allows(From("192.0.2.1")).Should().BeTrue();

        limit.Allows(From("192.0.2.1")).Should().BeFalse();
        limit.Allows(From("192.0.2.2")).Should().BeTrue();
    }

    private static DefaultHttpContext From(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
