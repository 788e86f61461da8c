using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Sync.Reconciling;

public class DecisionTests
{
    private static readonly Conflict Lost = new(TaskField.Subject, Side.Local, "a", "b");

    private static readonly Decision One =
        new(new Verdict.Remove(), ReasonCode.DeletedThere, [Lost]);

    [Fact]
    public void Equals_SameContent_IsTheSameDecision() =>
        One.Should().Be(new Decision(new Verdict.Remove(), ReasonCode.DeletedThere, [Lost]));

    [Fact]
    public void Equals_AnyPartDiffers_IsAnotherDecision()
    {
        Decision other = One with { Verdict = new Verdict.Hold(ReasonCode.OutOfSight) };

        One.Should().NotBe(other);
        One.Should().NotBe(One with { Reason = ReasonCode.DeletedHere });
        One.Should().NotBe(One with { Conflicts = [] });
        One.Equals(null).Should().BeFalse();
    }
}
