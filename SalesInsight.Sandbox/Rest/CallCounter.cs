namespace SalesInsight.Sandbox.Rest;

/// <summary>Calls as Salesforce counts them: composite 1, batch one per part (facts 2.5). Safe to share.</summary>
public sealed class CallCounter
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> byKind = new(StringComparer.Ordinal);

    /// <summary>Everything since the last reset.</summary>
    public int Total
    {
        get
        {
            lock (gate) return byKind.Values.Sum();
        }
    }

    /// <summary>By method and resource, for example <c>POST composite</c> or <c>GET queryAll</c>.</summary>
    public IReadOnlyDictionary<string, int> ByKind
    {
        get
        {
            lock (gate) return new Dictionary<string, int>(byKind);
        }
    }

    public void Reset()
    {
        lock (gate) byKind.Clear();
    }

    internal void Count(string kind, int calls = 1)
    {
        lock (gate) byKind[kind] = byKind.GetValueOrDefault(kind) + calls;
    }
}
