using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>A preview, or why there is none.</summary>
public abstract record FirstSyncResult
{
    private FirstSyncResult() { }

    /// <summary>The plan.</summary>
    public sealed record Ready(FirstSyncPlan Plan) : FirstSyncResult;

    /// <summary>Salesforce did not give what the plan needs; nothing was changed.</summary>
    public sealed record Failed(FaultCode Fault, string ErrorCode) : FirstSyncResult;

    /// <summary>There is no connection.</summary>
    public sealed record NotConnected : FirstSyncResult;
}
