namespace SalesInsight.Sync.Runs.Ports;

/// <summary>The name of a person or record a task points to.</summary>
/// <param name="ObjectType">Lead, Contact, Account, Opportunity, ...</param>
/// <param name="Company">A person's company or account; null for other records.</param>
internal sealed record RecordName(string Id, string ObjectType, string Name, string? Company);
