namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What trading a code came to.</summary>
internal abstract record GrantExchangeOutcome
{
    private GrantExchangeOutcome()
    {
    }

    /// <summary>A connection that works; it is not stored yet.</summary>
    internal sealed record Granted(StoredConnection Connection) : GrantExchangeOutcome;

    /// <summary>No connection; what was granted has been revoked.</summary>
    internal sealed record Refused(ConnectionProblem Problem) : GrantExchangeOutcome;
}
