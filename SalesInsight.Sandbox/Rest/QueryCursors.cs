using SalesInsight.Sandbox.Org;
using SalesInsight.Sandbox.Org.Soql;

namespace SalesInsight.Sandbox.Rest;

/// <summary>The answers that are not read to their end yet. Safe to share between threads.</summary>
internal sealed class QueryCursors
{
    private const int CursorsMax = 1_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);
    private readonly Lock gate = new();
    private readonly Dictionary<string, QueryCursor> byKey = new(StringComparer.Ordinal);
    private readonly Queue<string> keysByAge = new();
    private readonly SandboxOrg org;
    private long opened;

    internal QueryCursors(SandboxOrg org)
    {
        this.org = org;
        org.AfterReset += Forget;
    }

    /// <summary>A cursor over rows; it is kept only if they fill more than a page.</summary>
    internal QueryCursor Open(
        string userId, IReadOnlyList<SObjectRecord> rows, SoqlProjection projection, int pageSize)
    {
        lock (gate)
        {
            var key = RecordId.Create("01g", ++opened);
            var cursor = new QueryCursor(key, userId, rows, projection, pageSize, org.Clock.UtcNow);
            if (rows.Count <= pageSize && !projection.HasChildren) return cursor;
            byKey[key] = cursor;
            keysByAge.Enqueue(key);
            if (keysByAge.Count > CursorsMax) byKey.Remove(keysByAge.Dequeue());
            return cursor;
        }
    }

    /// <summary>The cursor of a key while it lives, for its own user only.</summary>
    internal QueryCursor? Find(string userId, string key)
    {
        lock (gate)
        {
            return byKey.GetValueOrDefault(key) is { } cursor && cursor.UserId == userId
                && org.Clock.UtcNow - cursor.Opened <= Lifetime
                ? cursor
                : null;
        }
    }

    private void Forget()
    {
        lock (gate)
        {
            byKey.Clear();
            keysByAge.Clear();
            opened = 0;
        }
    }
}
