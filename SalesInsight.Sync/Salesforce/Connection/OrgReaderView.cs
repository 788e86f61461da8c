using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What an admin may know about an org reader; carries no token and nothing it read.</summary>
/// <param name="Connection">Who it is, where, and whether its grant works.</param>
/// <param name="Reps">Connections it reads for: those that sync in its organization.</param>
/// <param name="LastReadAt">When a reading last ended well.</param>
/// <param name="LastFault">Why the newest reading failed; null when it did not.</param>
/// <param name="LastErrorCode">Salesforce's own code of that, shown small.</param>
/// <param name="CallsOfADay">API calls of the last 24 hours.</param>
public sealed record OrgReaderView(
    ConnectionView Connection,
    int Reps,
    DateTimeOffset? LastReadAt,
    FaultCode? LastFault,
    string? LastErrorCode,
    int CallsOfADay);
