using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>
/// Calls that have been running for 20 seconds and more. Short ones are unlimited; while too many are long, no new
/// call is let in (facts 2.1). Safe to share between threads.
/// </summary>
public sealed class LongCalls
{
    private static readonly TimeSpan LongFrom = TimeSpan.FromSeconds(20);
    private readonly Lock gate = new();
    private readonly Dictionary<long, DateTimeOffset> running = [];
    private readonly SandboxOrg org;
    private int pretended;
    private long begun;

    public LongCalls(SandboxOrg org)
    {
        this.org = org;
        org.AfterReset += () => Pretend(0);
    }

    /// <summary>Long calls now, those that are only pretended included.</summary>
    public int Count
    {
        get
        {
            var oldest = org.Clock.UtcNow - LongFrom;
            lock (gate) return pretended + running.Values.Count(since => since <= oldest);
        }
    }

    internal bool AreTooMany => Count >= org.Options.LongCallsMax;

    /// <summary>Pretends that somebody else has so many long calls running.</summary>
    public void Pretend(int calls)
    {
        lock (gate) pretended = calls;
    }

    internal long Begin()
    {
        lock (gate)
        {
            running[++begun] = org.Clock.UtcNow;
            return begun;
        }
    }

    internal void End(long call)
    {
        lock (gate) running.Remove(call);
    }
}
