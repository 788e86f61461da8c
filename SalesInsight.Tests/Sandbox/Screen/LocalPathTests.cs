using SalesInsight.Sandbox.Screen;

namespace SalesInsight.Tests.Sandbox.Screen;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/setup")]
    [InlineData("/services/oauth2/authorize?redirect_uri=http%3A%2F%2Flocalhost%2Fcb&scope=a+b")]
    public void OrHome_PathOfThisHost_IsKept(string path) => LocalPath.OrHome(path).Should().Be(path);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("setup")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public void OrHome_AnythingElse_IsHome(string? path) => LocalPath.OrHome(path).Should().Be("/");
}
