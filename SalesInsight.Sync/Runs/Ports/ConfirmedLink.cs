namespace SalesInsight.Sync.Runs.Ports;

/// <summary>A pair of existing tasks whose user agreed in the plan that they are one (design 5.14).</summary>
internal sealed record ConfirmedLink(Guid TaskId, string SalesforceId);
