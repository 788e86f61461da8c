using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What the token endpoint said.</summary>
internal abstract record TokenReply
{
    private TokenReply()
    {
    }

    /// <summary>An answer with at least an access token.</summary>
    internal sealed record Granted(TokenAnswer Answer) : TokenReply;

    /// <summary>No grant; the fault says whether a moment cures it.</summary>
    internal sealed record Refused(SalesforceFault Fault) : TokenReply;
}
