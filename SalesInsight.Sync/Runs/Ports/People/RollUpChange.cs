namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>The date of the most recent activity, to be written on a record.</summary>
internal sealed record RollUpChange(RollUpKind Kind, string Id, DateOnly Date);
