using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>One line of a task's history: what happened, why, and the values that lost.</summary>
public sealed record HistoryEntry(
    Guid Id,
    DateTimeOffset At,
    DecisionOutcome Outcome,
    ReasonCode Reason,
    string? ErrorCode,
    string? Message,
    IReadOnlyList<HistoryEntry.Value> Changes,
    IReadOnlyList<HistoryEntry.Value> Losers)
{
    /// <summary>One field: from and to of a change; losing and winning value of a loser.</summary>
    /// <param name="Side">Whose value <paramref name="From"/> was.</param>
    public sealed record Value(TaskField Field, Side Side, string? From, string? To);
}
