namespace SalesInsight.Sync.Runs.Ports;

/// <summary>Where a user's sync stands, from the store alone.</summary>
/// <param name="ConnectionId">The user's current connection; null without one.</param>
/// <param name="ReadForAt">When an org reader last read for it; null when none does, or not lately.</param>
/// <param name="LastRun">The newest finished run.</param>
/// <param name="WaitingChanges">Outbound rows whose version is not settled, open intents and parked rows.</param>
/// <param name="Parked">Rows Salesforce refused.</param>
/// <param name="Held">Unanswered held deletions.</param>
internal sealed record SyncStanding(
    Guid? ConnectionId,
    bool NeedsReconnect,
    SyncCursor? Cursor,
    RunRecord? LastRun,
    int WaitingChanges,
    int Parked,
    int Held,
    DateTimeOffset? ReadForAt = null);
