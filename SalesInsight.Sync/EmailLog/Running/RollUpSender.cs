using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>Brings the date of the most recent activity up to date on the records mails were logged to.</summary>
internal sealed class RollUpSender(LogScope scope)
{
    public async Task SendAsync(CancellationToken stop)
    {
        for (var pass = 0; pass < LogLimits.RollUpPassesMax; pass++)
        {
            var due = await scope.Store.ListRollUpDueAsync(scope.Connection.Id, IEmailSession.RowsMax, stop);
            if (due.IsEmpty) return;
            var waiting = await RollUpAsync(due, stop);
            await scope.PutRolledUpAsync([.. due.Where(e => !waiting.Contains(e.Id)).Select(e => e.Id)], stop);
            if (waiting.Count > 0) return;
        }
    }

    /// <returns>Entries some record of which takes no change just now.</returns>
    private async Task<HashSet<Guid>> RollUpAsync(IReadOnlyCollection<LogEntry> due, CancellationToken stop)
    {
        var wanted = scope.Settings.RollUps;
        var asked = due.ToDictionary(e => e.Id, e => RollUpRule.Of(e, wanted).ToList());
        if (asked.Values.All(a => a.Count == 0)) return [];
        var rows = await scope.Session.FindRollUpsAsync([.. asked.Values.SelectMany(a => a).Distinct()], stop);
        var refused = new HashSet<(RollUpKind, string)>();
        foreach (var call in RollUpRule.Changes(due, rows, wanted).Chunk(IEmailSession.RowsMax))
        {
            await scope.CheckAsync(stop);
            var outcomes = await scope.Session.RollUpAsync([.. call], stop);
            refused.UnionWith(call.Zip(outcomes).Where(c => !IsOver(c.Second)).Select(c => (c.First.Kind, c.First.Id)));
        }

        var again = rows.Where(r => refused.Contains((r.Kind, r.Id))).Select(r => (r.Kind, r.AskedId)).ToHashSet();
        return [.. asked.Where(a => a.Value.Any(again.Contains)).Select(a => a.Key)];
    }

    /// <summary>A record that is gone, or not to be changed, shows no date: nothing helps, and the mail is logged.
    /// </summary>
    private static bool IsOver(WriteReply.Outcome outcome) =>
        outcome is WriteReply.Done or WriteReply.Refused { Fault.Remedy: not FaultRemedy.RetryAfter };
}
