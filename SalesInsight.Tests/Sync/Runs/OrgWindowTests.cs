using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Reading;

namespace SalesInsight.Tests.Sync.Runs;

/// <summary>Which stretch an org reader reads, and how its bounds hang together.</summary>
public class OrgWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, 500, TimeSpan.Zero);

    private static readonly DateTimeOffset Second = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Back = RunLimits.Overlap + RunLimits.OrgSlack;

    [Fact]
    public void Window_OfAFirstReading_ReachesFarEnoughBackForThoseWhoHaveJustRun()
    {
        var window = ImportWindow.OfOrg(null, Now);

        (window.From, window.Upper).Should().Be((Second - Back, Second));
    }

    [Fact]
    public void Window_AfterAnOutage_GoesOnFromTheLastReading()
    {
        var last = Second - RunLimits.OrgGapMax + TimeSpan.FromSeconds(1);

        ImportWindow.OfOrg(last, Now).From.Should().Be(last - Back);
    }

    [Fact]
    public void Window_AfterALongAbsence_StartsAnew()
    {
        ImportWindow.OfOrg(Second - RunLimits.OrgGapMax, Now).From.Should().Be(Second - Back);
        ImportWindow.OfOrg(Second + TimeSpan.FromHours(1), Now).From.Should().Be(Second - Back, "the clock went back");
    }

    [Fact]
    public void Limits_OfAReading_FitTogether()
    {
        RunLimits.OrgReadingGood.Should().BeLessThan(RunLimits.OrgSlack, "who rests still finds all they missed");
        RunLimits.OrgGapMax.Should().BeGreaterThan(RunLimits.OrgReadingGood);
        RunLimits.OrgRowsKept.Should().BeGreaterThan(RunLimits.OrgGapMax);
        RunLimits.ReadByIdUnderReaderEvery.Should().BeGreaterThan(RunLimits.ReadByIdEvery);
    }
}
