using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs;

/// <summary>How a run ended, for whoever schedules the next.</summary>
/// <param name="Outcome">Null: it did not run (off, paused, not connected, or another holder has the lease).</param>
/// <param name="Again">There is more to do at once: rows beyond the bound, settings that changed, a stolen
/// lease.</param>
/// <param name="NextAt">Something waits for this time (Undo, a retry); null: the interval will do.</param>
/// <param name="RestsUntil">An org reader looks out for this connection until then; null: it looks for itself.</param>
internal sealed record RunSummary(
    RunOutcome? Outcome, SalesforceFault? Fault, bool Again, DateTimeOffset? NextAt, DateTimeOffset? RestsUntil = null)
{
    public static readonly RunSummary DidNotRun = new(null, null, false, null);
}
