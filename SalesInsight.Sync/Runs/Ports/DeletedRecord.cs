namespace SalesInsight.Sync.Runs.Ports;

/// <summary>An entry of Salesforce's delete log (getDeleted).</summary>
internal sealed record DeletedRecord(string Id, DateTimeOffset DeletedDate);
