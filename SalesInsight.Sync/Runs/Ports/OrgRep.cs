namespace SalesInsight.Sync.Runs.Ports;

/// <summary>A connection whose user's task sync is on.</summary>
/// <param name="Interval">How often it wants to know.</param>
internal sealed record OrgRep(Guid ConnectionId, string SalesforceUserId, TimeSpan Interval);
