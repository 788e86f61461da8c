using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Rest;

/// <summary>Calls as Salesforce counts them: composite 1, batch one per part (facts 2.5). Safe to share.</summary>
public sealed class CallCounter
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string UserId), int> counts = [];

    public CallCounter(SandboxOrg org) => org.AfterReset += Reset;

    /// <summary>Everything since the last reset.</summary>
    public int Total
    {
        get
        {
            lock (gate) return counts.Values.Sum();
        }
    }

    /// <summary>By method and resource, for example <c>POST composite</c> or <c>GET queryAll</c>.</summary>
    public IReadOnlyDictionary<string, int> ByKind => Grouped(key => key.Kind);

    public IReadOnlyDictionary<string, int> ByUser => Grouped(key => key.UserId);

    public void Reset()
    {
        lock (gate) counts.Clear();
    }

    internal void Count(string kind, int calls, string userId)
    {
        lock (gate) counts[(kind, userId)] = counts.GetValueOrDefault((kind, userId)) + calls;
    }

    private SortedDictionary<string, int> Grouped(Func<(string Kind, string UserId), string> key)
    {
        lock (gate)
        {
            var groups = counts.GroupBy(pair => key(pair.Key));
            return new(groups.ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)));
        }
    }
}
