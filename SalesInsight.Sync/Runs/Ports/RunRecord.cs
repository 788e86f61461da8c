namespace SalesInsight.Sync.Runs.Ports;

/// <summary>One run, as kept in the history (400 days).</summary>
internal sealed record RunRecord(
    Guid Id,
    Guid ConnectionId,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    RunOutcome Outcome,
    FaultCode? Fault,
    string? ErrorCode,
    int CameIn,
    int SentOut,
    int Removed,
    int Held,
    int Parked,
    int ApiCalls);
