namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The org's API allowance as the last answer told it; lagged, so a trend, never a difference.</summary>
internal sealed record ApiUsage(int Used, int Max);
