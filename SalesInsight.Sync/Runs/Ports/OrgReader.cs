namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The connection that reads for all reps of its organization; it never writes and no task is linked to it.
/// </summary>
/// <param name="IsAlive">Its grant is not known to be dead.</param>
/// <param name="Last">What it, or a reader before it, read last; null before the first time.</param>
internal sealed record OrgReader(Guid Id, string OrganizationId, bool IsAlive, OrgReading? Last);
