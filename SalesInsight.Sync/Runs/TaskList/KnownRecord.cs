namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>A person or record of Salesforce whose name is known here.</summary>
public sealed record KnownRecord(string Id, string ObjectType, string Name, string? Company);
