using Microsoft.Extensions.Configuration;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class HttpsNoticeTests
{
    [Theory]
    [InlineData(true, null, "http://localhost:5080")]
    [InlineData(true, "false", "http://localhost:5080")]
    [InlineData(false, "true", "http://localhost:5080")]
    [InlineData(false, null, "http://localhost:5080", "https://localhost:5443")]
    public void IsMissing_ByAddressesAndProxy_IsToldApart(
        bool expected, string? isBehindProxy, params string[] addresses)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("FORWARDEDHEADERS_ENABLED", isBehindProxy)]).Build();

        HttpsNotice.IsMissing(addresses, configuration).Should().Be(expected);
    }
}
