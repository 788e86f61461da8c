using SalesInsight.Sync.Reconciling;

namespace SalesInsight.Tests.Sync.Reconciling;

public class DeleteFenceTests
{
    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, 0, -1)]
    public void Of_ANegativeNumber_IsRefused(int count, int sharePercent, int linked, int recent)
    {
        var fence = () => DeleteFence.Of(count, sharePercent, linked, recent);

        fence.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Of_NothingAllowed_AdmitsNothing() => DeleteFence.Of(0, 0, 0, 0).Admits(1).Should().Be(0);
}
