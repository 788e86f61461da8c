using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>Brings the marks of logged mails up to date, where the org has fields for them.</summary>
internal sealed class MarkSender(LogScope scope)
{
    public async Task SendAsync(CancellationToken stop)
    {
        if (!await scope.Session.KeepsMarksAsync(stop)) return;
        for (var call = 0; call < LogLimits.MarkCallsMax; call++)
        {
            var entries = await scope.Store.ListUnmarkedAsync(scope.Connection.Id, IEmailSession.RowsMax, stop);
            if (entries.IsEmpty) return;
            await scope.CheckAsync(stop);
            var outcomes = await scope.Session.MarkAsync([.. entries.Select(e => (e.SalesforceId, e.Marks))], stop);
            var settled = entries.Zip(outcomes).Where(e => IsOver(e.Second)).Select(e => e.First).ToList();
            await scope.PutMarkedAsync(settled, stop);
            if (settled.Count == 0) return;
        }
    }

    /// <summary>A record that is gone, or not to be changed, shows no marks: nothing helps, and nothing is lost here.
    /// </summary>
    private static bool IsOver(WriteReply.Outcome outcome) =>
        outcome is WriteReply.Done or WriteReply.Refused { Fault.Remedy: not FaultRemedy.RetryAfter };
}
