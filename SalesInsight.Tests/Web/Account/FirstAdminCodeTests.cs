using SalesInsight.Tests.Support;
using SalesInsight.Web.Account;

namespace SalesInsight.Tests.Web.Account;

public sealed class FirstAdminCodeTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly FirstAdminCode _code;

    public FirstAdminCodeTests() => _code = new FirstAdminCode(_time);

    [Fact]
    public void Matches_BeforeItWasIssued_NeverDoes()
    {
        _code.Matches("").Should().BeFalse();
        _code.Matches(null).Should().BeFalse();
        _code.IsOpen.Should().BeFalse();
    }

    [Fact]
    public void Matches_WithinTheHour_TakesTheCodeOnly()
    {
        var code = _code.Issue();

        _code.Matches($" {code} ").Should().BeTrue();
        _code.Matches(code[1..]).Should().BeFalse();
    }

    [Fact]
    public void Matches_AfterTheHour_IsClosed()
    {
        var code = _code.Issue();

        _time.Advance(FirstAdminCode.ValidFor);

        _code.Matches(code).Should().BeFalse();
    }

    [Fact]
    public void Matches_UsedUp_IsClosed()
    {
        var code = _code.Issue();

        _code.UseUp();

        _code.Matches(code).Should().BeFalse();
    }
}
