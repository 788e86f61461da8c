namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The right to run for a connection. Every transaction of a run is conditional on its epoch.</summary>
/// <param name="Epoch">Grows by one with every taking, from the database.</param>
internal sealed record RunLease(Guid ConnectionId, long Epoch, string Holder, DateTimeOffset ExpiresAt);
