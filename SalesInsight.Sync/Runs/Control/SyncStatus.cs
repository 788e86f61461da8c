using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Where a user's sync stands: what the pill, the banners and the settings page say.</summary>
/// <param name="Mode">The effective mode.</param>
/// <param name="IsConnected">There is a connection, alive or not.</param>
/// <param name="NeedsReconnect">Salesforce took back its permission.</param>
/// <param name="Running">The run in progress; null between runs.</param>
/// <param name="LastSuccess">When a run last finished well.</param>
/// <param name="LastFault">Why the last run failed; null when it did not.</param>
/// <param name="NextAttempt">When it is tried again after a fault.</param>
/// <param name="WaitingChanges">Changes here that have not reached Salesforce.</param>
/// <param name="ParkedCount">Tasks Salesforce refused.</param>
/// <param name="HeldCount">Deletions that wait for a person.</param>
/// <param name="FirstSyncDone">The first import has finished.</param>
public sealed record SyncStatus(
    TaskSyncMode Mode,
    bool IsPaused,
    bool IsConnected,
    bool NeedsReconnect,
    RunProgress? Running,
    DateTimeOffset? LastSuccess,
    FaultCode? LastFault,
    string? LastErrorCode,
    DateTimeOffset? NextAttempt,
    int WaitingChanges,
    int ParkedCount,
    int HeldCount,
    bool FirstSyncDone);
