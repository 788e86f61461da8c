using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.CommandCenter.Why;

/// <summary>A value that lost against another and can be had back with one click.</summary>
/// <param name="Value">As the history keeps it; null: the field was emptied.</param>
/// <param name="WonBy">What stood instead.</param>
public sealed record LostValue(TaskField Field, Side Side, string? Value, string? WonBy, DateTimeOffset At)
{
    /// <summary>
    /// The newest loser of each field and side that is one of ours and is not in place again already.
    /// </summary>
    internal static IReadOnlyList<LostValue> In(IReadOnlyList<HistoryEntry> newestFirst, TaskContent now) =>
    [
        .. newestFirst
            .SelectMany(e => e.Losers.Select(l => new LostValue(l.Field, l.Side, l.From, l.To, e.At)))
            .DistinctBy(l => (l.Field, l.Side))
            .Where(l => ValueWords.Restore(now, l.Field, l.Value) is { } content && content != now),
    ];
}
