namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// How many deletions nobody confirmed may pass, per connection and direction in any 24 hours (design 5.5). What is
/// confirmed here, approved, or the engine's own (an occurrence replaced by its series) is not asked about at all.
/// </summary>
/// <param name="Limit">The most that may pass in 24 hours.</param>
/// <param name="Recent">How many passed in the last 24 hours.</param>
internal sealed record DeleteFence(int Limit, int Recent)
{
    /// <param name="count">The setting in deletions.</param>
    /// <param name="sharePercent">The setting in percent of the linked tasks; the larger of the two applies.</param>
    /// <param name="linked">Active links of the connection, before this run removes any.</param>
    /// <param name="recent">Unconfirmed deletions in this direction in the last 24 hours.</param>
    public static DeleteFence Of(int count, int sharePercent, int linked, int recent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(sharePercent);
        ArgumentOutOfRangeException.ThrowIfNegative(linked);
        ArgumentOutOfRangeException.ThrowIfNegative(recent);
        return new(Math.Max(count, (int)((long)linked * sharePercent / 100)), recent);
    }

    /// <summary>How many of so many deletions pass; the rest is held.</summary>
    public int Admits(int deletions) => Math.Clamp(Limit - Recent, 0, deletions);
}
