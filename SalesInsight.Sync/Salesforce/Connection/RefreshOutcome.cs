using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What came of refreshing.</summary>
internal abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>Tokens that are stored already, so that no crash can lose them.</summary>
    internal sealed record Fresh(GrantTokens Tokens, long Version) : RefreshOutcome;

    /// <summary>The grant is over; the store says so too.</summary>
    internal sealed record Dead(SalesforceFault Fault) : RefreshOutcome;

    /// <summary>Salesforce could not answer now; the grant is as it was.</summary>
    internal sealed record Later(SalesforceFault Fault) : RefreshOutcome;
}
