namespace SalesInsight.Sync.Runs.Control;

/// <summary>How far a run is.</summary>
/// <param name="IsFirst">The first import of this connection.</param>
/// <param name="Done">Rows decided and written so far.</param>
/// <param name="Total">Rows to decide, as far as known; 0 while reading.</param>
public sealed record RunProgress(bool IsFirst, int Done, int Total, DateTimeOffset StartedAt);
