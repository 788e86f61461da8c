using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs;

namespace SalesInsight.Tests.Sync.Runs;

public sealed class RunTimesTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(100);

    [Fact]
    public void From_NothingSet_IsTheDefaultAndOutlastsACall()
    {
        From().Should().Be(RunTimes.Default);
        RunTimes.Default.Lease.Should().BeGreaterThan(CallTimeout + RunTimes.Default.SendWindow);
    }

    [Fact]
    public void From_TimesSet_AreTaken() =>
        From(("Lease", "00:02:00"), ("SendWindow", "00:00:07"), ("DeadlineMargin", "00:00:01")).Should().Be(
            new RunTimes
            {
                Lease = TimeSpan.FromMinutes(2),
                SendWindow = TimeSpan.FromSeconds(7),
                DeadlineMargin = TimeSpan.FromSeconds(1),
            });

    [Theory]
    [InlineData("Lease", "00:01:40")]
    [InlineData("SendWindow", "00:00:00")]
    [InlineData("DeadlineMargin", "-00:00:01")]
    public void From_TimesThatCannotWork_NamesTheKey(string key, string value)
    {
        var reading = () => From((key, value));

        reading.Should().Throw<OptionsValidationException>().WithMessage($"*Runs:{key}*");
    }

    private static RunTimes From(params (string Key, string Value)[] values) => RunTimes.From(
        new ConfigurationBuilder().AddInMemoryCollection(
            values.ToDictionary(v => $"Runs:{v.Key}", v => (string?)v.Value)).Build(),
        CallTimeout);
}
