namespace SalesInsight.Sandbox.Org;

/// <summary>The org's clock: the outside clock plus an offset that tests and the control room can move.</summary>
public sealed class SandboxClock(TimeProvider time)
{
    private long offsetTicks;

    public DateTimeOffset UtcNow => time.GetUtcNow().ToUniversalTime().AddTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Now at the resolution Salesforce stamps rows with: one second (facts 2.1).</summary>
    public DateTimeOffset Stamp => TruncateToSecond(UtcNow);

    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    public void Set(DateTimeOffset now) =>
        Interlocked.Exchange(ref offsetTicks, (now - time.GetUtcNow()).Ticks);

    public void Reset() => Interlocked.Exchange(ref offsetTicks, 0);

    internal static DateTimeOffset TruncateToSecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
