namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// A task as the org reader was given it. What a rep may know of it only the rep's own session can say.
/// </summary>
/// <param name="Fields">Salesforce's JSON of the record, unread.</param>
internal sealed record OrgRow(string Id, string? OwnerId, DateTimeOffset SystemModstamp, string Fields);
