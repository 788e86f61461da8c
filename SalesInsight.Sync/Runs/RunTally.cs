using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Runs.Applying;

namespace SalesInsight.Sync.Runs;

/// <summary>What a run did, counted from its ledger entries.</summary>
internal sealed class RunTally
{
    public int CameIn { get; private set; }
    public int SentOut { get; private set; }
    public int Removed { get; private set; }
    public int Held { get; set; }
    public int Parked { get; private set; }

    /// <summary>When the first of what this run parked is tried again; null: nothing waits for a time.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    public void WaitUntil(DateTimeOffset? retryAt) =>
        RetryAt = RetryAt is { } earlier && !(retryAt < earlier) ? earlier : retryAt;

    public void Count(Applied.LedgerEntry entry)
    {
        switch (entry.Outcome)
        {
            case DecisionOutcome.CameIn: CameIn++; break;
            case DecisionOutcome.SentOut: SentOut++; break;
            case DecisionOutcome.RemovedHere or DecisionOutcome.RemovedThere: Removed++; break;
            case DecisionOutcome.Waits when entry.ErrorCode is not null: Parked++; break;
            default: break;
        }
    }
}
