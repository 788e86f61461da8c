using System.Collections.Immutable;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>How a reading of an organization ended, for whoever schedules what follows.</summary>
/// <param name="Outcome">Null: nothing was read (no grant, nobody syncs, or another holder reads).</param>
/// <param name="Concerned">Connections that have something to do now; all of them when the reader fails for good.
/// </param>
/// <param name="NextAt">When to read again; null: not until somebody asks.</param>
internal sealed record OrgReadSummary(
    RunOutcome? Outcome, SalesforceFault? Fault, ImmutableArray<Guid> Concerned, DateTimeOffset? NextAt)
{
    public static readonly OrgReadSummary DidNotRun = new(null, null, [], null);
}
