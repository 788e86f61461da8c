using SalesInsight.Sandbox.OAuth;

namespace SalesInsight.Tests.Sandbox.OAuth;

public sealed class PkceTests
{
    /// <summary>The pair printed in RFC 7636, appendix B.</summary>
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public void Challenge_OfTheStandardsVerifier_IsTheStandardsChallenge() =>
        Pkce.ChallengeFor(Verifier).Should().Be(Challenge);

    [Fact]
    public void Check_RightVerifier_Passes() => Pkce.Check(Challenge, Verifier).Should().BeNull();

    [Fact]
    public void Check_NoChallengeWasSent_AsksForNoVerifier() => Pkce.Check(null, null).Should().BeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Check_VerifierMissing_IsAnInvalidGrant(string? verifier) =>
        Pkce.Check(Challenge, verifier)!.Code.Should().Be("invalid_grant");

    [Theory]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXx")]
    [InlineData("short")]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX!")]
    public void Check_VerifierWrong_IsAnInvalidRequest(string verifier) =>
        Pkce.Check(Challenge, verifier)!.Code.Should().Be("invalid_request");

    [Theory]
    [InlineData(42, false)]
    [InlineData(43, true)]
    [InlineData(171, true)]
    [InlineData(173, false)]
    public void Check_VerifierOfALength_IsTakenFromTheStandardsShortestToJsforces(int length, bool taken)
    {
        var verifier = new string('a', length);
        (Pkce.Check(Pkce.ChallengeFor(verifier), verifier) is null).Should().Be(taken);
    }

    [Theory]
    [InlineData(Challenge, true)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", false)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", false)]
    public void IsChallenge_Text_TellsWhetherItCanBeOne(string text, bool expected) =>
        Pkce.IsChallenge(text).Should().Be(expected);
}
