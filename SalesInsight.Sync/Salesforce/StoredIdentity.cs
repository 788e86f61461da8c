namespace SalesInsight.Sync.Salesforce;

/// <summary>Whose session it is.</summary>
internal sealed record StoredIdentity(Guid ConnectionId, string SalesforceUserId);
