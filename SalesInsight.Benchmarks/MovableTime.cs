namespace SalesInsight.Benchmarks;

/// <summary>The real clock with a head start that grows on demand, so that no benchmark waits for a window to pass.
/// </summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
