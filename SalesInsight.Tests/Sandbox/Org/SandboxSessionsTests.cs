using FluentAssertions;
using Xunit;

namespace SalesInsight.Tests.Sandbox.Org;

public sealed class SandboxSessionsTests
{
    private readonly OrgStage stage = new();

    [Fact] // RFDB: {orgId15}!AQ...
    public void Issue_Token_StartsWithTheOrganization()
    {
        var session = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests");

        session.AccessToken.Should().StartWith(stage.Org.Id[..15] + "!AQ");
        stage.Org.Sessions.Find(session.AccessToken).Should().Be(session);
    }

    [Fact] // OREF: the session timeout governs, and use prolongs it
    public void Find_AfterTheTimeout_IsGone()
    {
        var token = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests").AccessToken;

        stage.Pass(TimeSpan.FromMinutes(119));
        stage.Org.Sessions.Find(token).Should().NotBeNull();
        stage.Pass(TimeSpan.FromMinutes(119));
        stage.Org.Sessions.Find(token).Should().NotBeNull();
        stage.Pass(TimeSpan.FromMinutes(121));
        stage.Org.Sessions.Find(token).Should().BeNull();
    }

    [Fact]
    public void RevokeGrant_OneOfTwo_EndsItsSessionsOnly()
    {
        var first = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests", grantId: "g1").AccessToken;
        var second = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests", grantId: "g2").AccessToken;

        stage.Org.Sessions.RevokeGrant("g1").Should().Be(1);

        stage.Org.Sessions.Find(first).Should().BeNull();
        stage.Org.Sessions.Find(second).Should().NotBeNull();
    }

    [Fact]
    public void RevokeGrants_OfAUser_TellsTheGrantsOwner()
    {
        var told = new List<string?>();
        stage.Org.Sessions.GrantsRevoked += told.Add;
        var mara = stage.Org.Sessions.Issue(stage.Mara.UserId, "tests").AccessToken;
        var jonas = stage.Org.Sessions.Issue(stage.Jonas.UserId, "tests").AccessToken;

        stage.Org.Sessions.RevokeGrants(stage.Mara.UserId);

        told.Should().Equal(stage.Mara.UserId);
        stage.Org.Sessions.Find(mara).Should().BeNull();
        stage.Org.Sessions.Find(jonas).Should().NotBeNull();
    }
}
