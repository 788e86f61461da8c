using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>What a code means, whoever sent it.</summary>
internal sealed record KnownFault(FaultCode Code, FaultRemedy Remedy, TimeSpan? RetryAfter = null);
