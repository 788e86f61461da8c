namespace SalesInsight.Sync.Runs.Ports;

/// <summary>How an org reader fares.</summary>
/// <param name="SucceededAt">When a reading last ended well.</param>
/// <param name="Last">The newest ended reading.</param>
/// <param name="Calls">API calls of the time asked for.</param>
internal sealed record OrgReaderHealth(DateTimeOffset? SucceededAt, RunRecord? Last, int Calls);
