using Microsoft.Extensions.Logging;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Org;

/// <summary>Reads one organization, has the runs of those it concerns follow, and says when to read next.</summary>
internal sealed partial class OrgReadRunner(
    OrgReadRun run, IOrgReadings readings, SyncTriggers reps, ILiveUpdates live, ILogger<OrgReadRunner> log)
{
    private static readonly string Holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <returns>When the next reading is due; null: not until somebody asks.</returns>
    public async Task<DateTimeOffset?> RunAsync(Guid readerId, CancellationToken stop)
    {
        var summary = await run.RunAsync(readerId, Holder, stop);
        if (summary.Fault is { } fault) LogFault(log, readerId, fault.Code, fault.ErrorCode);
        foreach (var connectionId in summary.Concerned) await reps.NowAsync(connectionId, stop);
        if (await readings.FindReaderAsync(readerId, stop) is { } reader) live.Tell(reader.UserId, LiveChange.Run);
        return summary.NextAt;
    }

    [LoggerMessage(3, LogLevel.Warning, "Org reader {ReaderId} failed: {Fault} ({ErrorCode})")]
    private static partial void LogFault(ILogger log, Guid readerId, FaultCode fault, string errorCode);
}
