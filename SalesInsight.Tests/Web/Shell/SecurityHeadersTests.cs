using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class SecurityHeadersTests
{
    [Fact]
    public void Policy_WithFormTargets_NamesThemBehindOurselves() =>
        SecurityHeaders.Policy(["https://*.salesforce.com"]).Should()
            .Contain("form-action 'self' https://*.salesforce.com;");

    [Fact]
    public void Policy_Scripts_ComeFromHereOnly() =>
        SecurityHeaders.Policy([]).Split("; ").Should().Contain("script-src 'self'").And.Contain("style-src 'self'");
}
