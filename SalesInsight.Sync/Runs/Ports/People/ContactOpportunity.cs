namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>An open opportunity on which a contact has a role.</summary>
/// <param name="IsPrimary">The contact is its primary contact.</param>
/// <param name="ModifiedAt">LastModifiedDate of the opportunity.</param>
internal sealed record ContactOpportunity(
    string ContactId, string OpportunityId, bool IsPrimary, DateTimeOffset ModifiedAt);
