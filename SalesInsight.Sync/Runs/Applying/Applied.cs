using System.Collections.Immutable;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Applying;

/// <summary>What one local transaction does to one row; computed purely, then written.</summary>
/// <param name="Task">The row as it shall be; null: unchanged.</param>
/// <param name="Link">The link as it shall be; null: unchanged.</param>
/// <param name="Entry">For the ledger; null: nothing changed that is worth a line.</param>
internal sealed record Applied(ReminderTask? Task, TaskLink? Link, Applied.LedgerEntry? Entry)
{
    public static readonly Applied Unchanged = new(null, null, null);

    /// <summary>A ledger line before it gets its id and its run.</summary>
    internal sealed record LedgerEntry(
        DecisionOutcome Outcome,
        ReasonCode Reason,
        FieldSet Fields,
        ImmutableArray<Conflict> Losers,
        ImmutableArray<DecisionContent.Change> Changes,
        string? ErrorCode = null,
        string? Message = null);
}
