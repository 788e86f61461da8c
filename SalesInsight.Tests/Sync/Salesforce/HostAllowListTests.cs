using SalesInsight.Sync.Salesforce;

namespace SalesInsight.Tests.Sync.Salesforce;

public class HostAllowListTests
{
    private static readonly string[] Hosts = ["https://login.salesforce.com", "https://crm.halden.example"];

    private static readonly string[] Suffixes = [".salesforce.com", "force.com"];

    private readonly HostAllowList production = new(Hosts, Suffixes, allowLoopback: false);

    private readonly HostAllowList demo = new(Hosts, Suffixes, allowLoopback: true);

    [Theory]
    [InlineData("https://login.salesforce.com")]
    [InlineData("https://test.salesforce.com/")]
    [InlineData("https://halden.my.salesforce.com")]
    [InlineData("https://halden--uat.sandbox.my.salesforce.com")]
    [InlineData("https://LOGIN.SALESFORCE.COM")]
    [InlineData("https://crm.halden.example")]
    [InlineData("https://na1.force.com")]
    public void Origin_OfAnAllowedHost_IsTaken(string text)
    {
        production.Origin(text).Should().NotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("login.salesforce.com")]
    [InlineData("/services/oauth2/token")]
    [InlineData("http://login.salesforce.com")]
    [InlineData("ftp://login.salesforce.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://login.salesforce.com.evil.example")]
    [InlineData("https://evil.example/login.salesforce.com")]
    [InlineData("https://evil.example/?.salesforce.com")]
    [InlineData("https://evil.example#.salesforce.com")]
    [InlineData("https://notsalesforce.com")]
    [InlineData("https://enforce.com")]
    [InlineData("https://salesforce.com.")]
    [InlineData("https://.salesforce.com")]
    [InlineData("https://login.salesforce.com@evil.example")]
    [InlineData("https://user:secret@login.salesforce.com")]
    [InlineData("https://login.salesforce.com:8443")]
    [InlineData("https://login.salesforce.com/id/1")]
    [InlineData("https://login.salesforce.com/?next=https://evil.example")]
    [InlineData("https://login.salesforce.com\\@evil.example")]
    [InlineData("https://login.s\u0430lesforce.com")]
    [InlineData("http://localhost:5081")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://[::1]")]
    public void Origin_OfAnyOtherText_IsRefused(string? text)
    {
        production.Origin(text).Should().BeNull();
    }

    [Theory]
    [InlineData("http://localhost:5081")]
    [InlineData("http://127.0.0.1:43211")]
    [InlineData("http://[::1]:5081")]
    public void Loopback_InTheDemo_IsAllowed(string text)
    {
        demo.Origin(text).Should().NotBeNull();
    }

    [Theory]
    [InlineData("http://login.salesforce.com")]
    [InlineData("http://192.168.0.10:5081")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("file://localhost/etc")]
    public void NotLoopback_InTheDemo_IsStillRefused(string text)
    {
        demo.Origin(text).Should().BeNull();
    }
}
