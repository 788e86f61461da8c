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
