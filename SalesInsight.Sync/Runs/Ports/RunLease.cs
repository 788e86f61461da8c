namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The right to run for a connection. Every transaction of a run is conditional on its epoch.</summary>
/// <param name="Epoch">Grows by one with every taking, from the database.</param>
/// <param name="KnownAt">Salesforce's clock at the newest call of this connection that something was committed on: a
/// reading of the org reader that ended before knows less than the store. Kept with every commit.</param>
internal sealed record RunLease(
    Guid ConnectionId, long Epoch, string Holder, DateTimeOffset ExpiresAt, DateTimeOffset? KnownAt = null);
