namespace SalesInsight.Sandbox.Org;

/// <summary>The org's clock: the outside clock plus an offset that tests and the control room can move.</summary>
public sealed class SandboxClock(TimeProvider time)
{
    private long offsetTicks;
    private long skewTicks;

    public DateTimeOffset UtcNow => time.GetUtcNow().ToUniversalTime()
        .AddTicks(Interlocked.Read(ref offsetTicks)).AddTicks(Interlocked.Read(ref skewTicks));

    /// <value>How far the clock is wrong on purpose; taken back, the clock is where it would have been.</value>
    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref skewTicks));
        set => Interlocked.Exchange(ref skewTicks, value.Ticks);
    }

    /// <summary>Now at the resolution Salesforce stamps rows with: one second (facts 2.1).</summary>
    public DateTimeOffset Stamp => TruncateToSecond(UtcNow);

    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    public void Set(DateTimeOffset now) =>
        Interlocked.Exchange(ref offsetTicks, (now - time.GetUtcNow() - Skew).Ticks);

    public void Reset()
    {
        Interlocked.Exchange(ref offsetTicks, 0);
        Skew = TimeSpan.Zero;
    }

    internal static DateTimeOffset TruncateToSecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
