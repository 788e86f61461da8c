using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>What an org reader spares a run: rows as its user may know them, and looking for itself.</summary>
/// <param name="IsEnough">The rows are all that the run would read now, or later than all it knows.</param>
internal sealed record SharedRows(OrgReading Reading, ImmutableArray<SalesforceTask> Rows, bool IsEnough)
{
    /// <summary>
    /// A row that only waits to be seen again. If it comes back the reader tells, except for rights: those are looked
    /// after once an hour instead of in every run, which would cost each run a call.
    /// </summary>
    public bool Rests(StagedTask row, DateTimeOffset now) =>
        row is { Intent: null, Parking: null, Link: { LookAgain: true, State: LinkState.Active } link }
        && link.Reason is ReasonCode.OutOfSight or ReasonCode.Reassigned
        && link.LocalVersion == row.Task.Version
        && now - link.ReadAt < RunLimits.ReadByIdEvery;
}
