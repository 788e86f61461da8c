using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>The org's calls of the last 24 hours, rolling (facts 7). Safe to share between threads.</summary>
public sealed class ApiUsage
{
    private const int LagMax = 3;

    /// <summary>An app's own share of the allowance: 250 of 5,000 in the recording (facts 2.1).</summary>
    private const int AppShare = 20;

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, int Calls, string App)> recent = new();
    private readonly Dictionary<string, int> usedByApp = new(StringComparer.Ordinal);
    private readonly SandboxOrg org;
    private int used;

    public ApiUsage(SandboxOrg org)
    {
        this.org = org;
        org.AfterReset += () =>
        {
            IsSpent = false;
            Set(0);
        };
    }

    public int Max => org.Options.DailyApiRequests;

    public int Remaining => Math.Max(0, Max - Used);

    public int Used
    {
        get
        {
            lock (gate)
            {
                Forget();
                return IsSpent ? Max : used;
            }
        }
    }

    /// <value>While true nothing is left, whatever was counted. Default false.</value>
    public bool IsSpent { get; set; }

    /// <summary>Pretends that so many calls were made just now, by whomever.</summary>
    public void Set(int calls)
    {
        lock (gate)
        {
            recent.Clear();
            usedByApp.Clear();
            recent.Enqueue((org.Clock.UtcNow, calls, ""));
            used = calls;
        }
    }

    internal void Add(int calls, string app)
    {
        lock (gate)
        {
            recent.Enqueue((org.Clock.UtcNow, calls, app));
            used += calls;
            usedByApp[app] = usedByApp.GetValueOrDefault(app) + calls;
            Forget();
        }
    }

    /// <summary>
    /// <c>api-usage=18/5000; per-app-api-usage=17/250(appName=X)</c>. The count lags by a few and so can fall between
    /// neighbours, as in more than a hundred places of the recordings (facts 2.1). The second part counts an app's own.
    /// </summary>
    internal string Header(string app)
    {
        var lag = org.Options.LaggingUsageHeader ? (int)(org.Random.Next() * (LagMax + 1)) : 0;
        var perApp = org.Options.PerAppUsageHeader && app.Length > 0
            ? $"; per-app-api-usage={Math.Max(0, UsedBy(app) - lag)}/{Max / AppShare}(appName={app})"
            : "";
        return $"api-usage={Math.Max(0, Used - lag)}/{Max}{perApp}";
    }

    private int UsedBy(string app)
    {
        lock (gate)
        {
            Forget();
            return usedByApp.GetValueOrDefault(app);
        }
    }

    private void Forget()
    {
        var oldest = org.Clock.UtcNow - Window;
        while (recent.TryPeek(out var first) && first.At < oldest)
        {
            used -= first.Calls;
            if (usedByApp.ContainsKey(first.App)) usedByApp[first.App] -= first.Calls;
            recent.Dequeue();
        }
    }
}
