namespace SalesInsight.Tests.Support;

public sealed class FakeTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Delay_AdvancedToItsEnd_CompletesThereAndNotBefore()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromMinutes(59));
        delay.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }

    [Fact]
    public void Timers_SeveralDueInOneAdvance_FireInOrderEachAtItsOwnTime()
    {
        var fired = new List<double>();
        void Note(object? _) => fired.Add((_clock.GetUtcNow() - Start).TotalMinutes);
        using var every = _clock.CreateTimer(Note, null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var once = _clock.CreateTimer(Note, null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromMinutes(5));

        fired.Should().Equal(2, 3, 4);
        _clock.GetUtcNow().Should().Be(Start.AddMinutes(5));
    }

    [Fact]
    public void Timer_Disposed_FiresNoMore()
    {
        var fired = 0;
        var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        _clock.Advance(TimeSpan.FromMinutes(1));
        timer.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(10));

        fired.Should().Be(1);
    }
}
