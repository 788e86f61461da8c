namespace SalesInsight.Sync.Runs.Ports;

/// <summary>A deletion in Salesforce that the fence stopped before it was applied here; a person approves or rejects
/// it.
/// </summary>
/// <param name="Approved">Null while nobody has answered.</param>
internal sealed record HeldRow(Guid TaskId, Guid ConnectionId, DateTimeOffset HeldAt, bool? Approved);
