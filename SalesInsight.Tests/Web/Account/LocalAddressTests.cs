using SalesInsight.Web.Account;

namespace SalesInsight.Tests.Web.Account;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/settings/salesforce?tab=1", "/settings/salesforce?tab=1")]
    [InlineData("/", "/")]
    [InlineData("", "/home")]
    [InlineData(null, "/home")]
    [InlineData("settings", "/home")]
    [InlineData("//evil.example", "/home")]
    [InlineData("/\\evil.example", "/home")]
    [InlineData("/\t/evil.example", "/home")]
    [InlineData("https://evil.example", "/home")]
    public void Or_NotAPathOfOurs_FallsBack(string? address, string expected) =>
        LocalAddress.Or(address, "/home").Should().Be(expected);
}
