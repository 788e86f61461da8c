namespace SalesInsight.Sync.Runs.Ports;

/// <summary>What was last read by id before these moments is due again (our clock).</summary>
/// <param name="Open">Linked tasks open here.</param>
/// <param name="Completed">Linked tasks completed here.</param>
/// <param name="Gone">Tombstones that a restore could still bring back.</param>
internal sealed record UnreadSince(DateTimeOffset Open, DateTimeOffset Completed, DateTimeOffset Gone);
