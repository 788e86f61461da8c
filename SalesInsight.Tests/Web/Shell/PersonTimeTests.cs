using SalesInsight.Tests.Support;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web.Shell;

public sealed class PersonTimeTests
{
    [Theory]
    [InlineData("Europe/Amsterdam", "2026-11-24")]
    [InlineData("Pacific/Auckland", "2026-11-25")]
    [InlineData("America/Los_Angeles", "2026-11-24")]
    public void Today_SameInstant_IsOfTheZone(string zone, string today) =>
        At("2026-11-24T12:00:00Z", zone).Today.Should().Be(DateOnly.Parse(today));

    [Fact]
    public void UntilMidnight_DayOfTwentyFiveHours_CountsTheExtraOne() =>
        At("2026-10-24T22:00:00Z", "Europe/Amsterdam").UntilMidnight.Should().Be(TimeSpan.FromHours(25));

    [Fact]
    public void UntilMidnight_MidnightSkipped_ReachesTheFirstMinuteOfTheDay() =>
        At("2026-04-23T21:00:00Z", "Africa/Cairo").UntilMidnight.Should().Be(TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2026-11-24T08:38:00Z", "09:38")]
    [InlineData("2026-11-23T08:38:00Z", "Mon 23 Nov, 09:38")]
    public void Minute_OtherDay_NamesTheDay(string instant, string text) =>
        At("2026-11-24T12:00:00Z", "Europe/Amsterdam").Minute(DateTimeOffset.Parse(instant)).Should().Be(text);

    private static PersonTime At(string instant, string zone) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), new FakeTimeProvider(DateTimeOffset.Parse(instant)));
}
