using Microsoft.Extensions.Logging;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Runs one connection and says when it wants to run next.</summary>
internal sealed partial class SyncRunner(
    SyncRun run, RunServices services, ILiveUpdates live, ILogger<SyncRunner> log)
{
    private static readonly string Holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <param name="looksForItself">Whatever an org reader has read.</param>
    /// <returns>When the next run is due; null when nothing is to run until somebody asks.</returns>
    public async Task<DateTimeOffset?> RunAsync(Guid connectionId, bool looksForItself, CancellationToken stop)
    {
        var summary = await run.RunAsync(connectionId, Holder, stop, looksForItself);
        if (summary.Fault is { } fault) LogFault(log, connectionId, fault.Code, fault.ErrorCode);
        if (await services.Store.FindConnectionAsync(connectionId, stop) is not
            { UserIsActive: true, NeedsReconnect: false } connection) return null;
        if (summary.Outcome is not null) live.Tell(connection.UserId, LiveChange.Run);

        var settings = await services.Settings.SnapshotAsync(connection.UserId, stop);
        if (settings.Mode == Reminders.TaskSyncMode.Off || settings.IsPaused) return null;
        var now = services.Time.GetUtcNow();
        if (summary.Again) return now;
        var interval = summary.RestsUntil is { } rests ? Rest(now, rests, settings.Interval) : now + settings.Interval;
        return summary.NextAt is { } next && (next < interval || summary.Outcome == RunOutcome.Failed)
            ? next
            : interval;
    }

    /// <summary>While an org reader looks out, a run comes by only to see that it still does.</summary>
    private static DateTimeOffset Rest(DateTimeOffset now, DateTimeOffset until, TimeSpan interval)
    {
        var longest = now + (interval > RunLimits.OrgReadingGood ? interval : RunLimits.OrgReadingGood);
        var earliest = now + interval;
        return until > longest ? longest : until < earliest ? earliest : until;
    }

    [LoggerMessage(1, LogLevel.Warning, "Run of connection {ConnectionId} failed: {Fault} ({ErrorCode})")]
    private static partial void LogFault(ILogger log, Guid connectionId, FaultCode fault, string errorCode);
}
