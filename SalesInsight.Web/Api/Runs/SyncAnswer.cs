using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Web.Api.Runs;

/// <summary>How a user's sync stands.</summary>
/// <param name="Fault">Why the last run failed; null when it did not. docs/errors.md has the sentences.</param>
/// <param name="WaitingChanges">Changes here that have not reached Salesforce.</param>
/// <param name="Parked">Tasks Salesforce refused.</param>
/// <param name="Held">Deletions that wait for a person.</param>
internal sealed record SyncAnswer(
    TaskSyncMode Mode,
    bool IsConnected,
    bool NeedsReconnect,
    bool IsPaused,
    bool IsRunning,
    bool FirstSyncDone,
    DateTimeOffset? LastSuccessAt,
    FaultCode? Fault,
    string? ErrorCode,
    DateTimeOffset? NextAttemptAt,
    int WaitingChanges,
    int Parked,
    int Held)
{
    public static SyncAnswer Of(SyncStatus status) => new(
        status.Mode,
        status.IsConnected,
        status.NeedsReconnect,
        status.IsPaused,
        status.Running is not null,
        status.FirstSyncDone,
        status.LastSuccess,
        status.LastFault,
        status.LastErrorCode,
        status.NextAttempt,
        status.WaitingChanges,
        status.ParkedCount,
        status.HeldCount);
}
