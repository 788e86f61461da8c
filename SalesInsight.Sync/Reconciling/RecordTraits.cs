namespace SalesInsight.Sync.Reconciling;

/// <summary>What a Salesforce task record says about being ours to keep in step; raw values as read.</summary>
/// <param name="IsLinked">It is linked to a task here already.</param>
/// <param name="ExternalId">What the org's field for our id holds; null when empty or missing.</param>
internal sealed record RecordTraits(
    bool IsLinked,
    string? OwnerId,
    bool IsRecurrence,
    bool IsArchived,
    bool IsClosed,
    string? TaskSubtype,
    DateTimeOffset CreatedDate,
    DateTimeOffset? CompletedDateTime,
    string? ExternalId);
