using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Web.CommandCenter.Status;

/// <summary>The one thing that stands in the way of the sync, if any.</summary>
internal abstract record BannerState
{
    private BannerState() { }

    public static BannerState Of(SyncStatus? status) => status switch
    {
        null or { IsConnected: false } or { Mode: TaskSyncMode.Off } => new None(),
        { NeedsReconnect: true } => new NeedsReconnect(status.WaitingChanges),
        { IsPaused: true } => new None(),
        { LastFault: FaultCode.Unreachable or FaultCode.Maintenance } => new Offline(),
        { LastFault: FaultCode.SlowDown } => new Slower(),
        { LastFault: FaultCode.DailyLimit } => new Spent(),
        { LastFault: { } fault } => new Trouble(fault, status.LastErrorCode),
        _ => new None(),
    };

    internal sealed record None : BannerState;

    /// <summary>Salesforce took back its permission.</summary>
    internal sealed record NeedsReconnect(int WaitingChanges) : BannerState;

    /// <summary>No answer from Salesforce.</summary>
    internal sealed record Offline : BannerState;

    /// <summary>Salesforce asks for fewer calls for a moment.</summary>
    internal sealed record Slower : BannerState;

    /// <summary>The org has no API calls left today.</summary>
    internal sealed record Spent : BannerState;

    /// <summary>Anything else that failed the last run.</summary>
    internal sealed record Trouble(FaultCode Fault, string? ErrorCode) : BannerState;
}
