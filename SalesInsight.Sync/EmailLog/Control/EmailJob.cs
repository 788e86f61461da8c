using Microsoft.Extensions.Logging;
using Quartz;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog.Control;

/// <summary>What Quartz calls: one logging run of one connection. A run recovers by looking, so a killed one needs no
/// more than the next.</summary>
[DisallowConcurrentExecution]
internal sealed partial class EmailJob(LogRun run, EmailTriggers triggers, TimeProvider time, ILogger<EmailJob> log)
    : IJob
{
    private static readonly string Holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var connectionId = context.SubjectId();
        var summary = await run.RunAsync(connectionId, Holder, cancellationToken);
        if (summary.Fault is { } fault) LogFault(log, connectionId, fault.Code, fault.ErrorCode);
        await triggers.NextAsync(
            connectionId, summary.Again ? time.GetUtcNow() : summary.NextAt, cancellationToken);
    }

    [LoggerMessage(4, LogLevel.Warning, "Logging run of connection {ConnectionId} failed: {Fault} ({ErrorCode})")]
    private static partial void LogFault(ILogger log, Guid connectionId, FaultCode fault, string errorCode);
}
