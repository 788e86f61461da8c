using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>What every decision of one run rests on: a snapshot, taken at its start.</summary>
/// <param name="Now">Our clock when the run's reading began: an intent counts as dead only by a later reading.</param>
/// <param name="UpdateDeadline">After this a push whose reply was lost counts as dead.</param>
internal sealed record RunFacts(
    SyncConnection Connection,
    SyncSettings Settings,
    ReconcilePolicy Policy,
    CreateMode CreateMode,
    DateTimeOffset Now,
    TimeSpan ClockOffset,
    TimeSpan UpdateDeadline)
{
    /// <summary>True when nothing sent under this intent can still arrive.</summary>
    public bool IsDead(PushIntent intent) =>
        Now >= intent.At + (intent.Kind == PushKind.Create && CreateMode != CreateMode.UniqueId
            ? RunLimits.BlindCreateDeadline
            : UpdateDeadline);
}
