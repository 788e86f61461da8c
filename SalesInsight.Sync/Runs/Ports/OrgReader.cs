namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The connection that reads for all reps of its organization; it never writes and no task is linked to it.
/// </summary>
/// <param name="UserId">The admin who connected it: their pages are told.</param>
/// <param name="IsAlive">Its grant is not known to be dead.</param>
/// <param name="Last">What it, or a reader before it, read last; null before the first time.</param>
internal sealed record OrgReader(Guid Id, Guid UserId, string OrganizationId, bool IsAlive, OrgReading? Last);
