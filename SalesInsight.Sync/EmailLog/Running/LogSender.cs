using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>Makes the activities of a plan, a thousand in a call, and settles their addresses.</summary>
internal sealed class LogSender(LogScope scope, SafeSend sending)
{
    /// <summary>Somebody else is sending the same entry just now.</summary>
    private static readonly TimeSpan ClaimedPause = TimeSpan.FromMinutes(1);

    /// <summary>Activities made.</summary>
    public int Sent { get; private set; }

    /// <summary>True when Salesforce said that a record is there already: the next run looks which.</summary>
    public bool SawDuplicate { get; private set; }

    public async Task SendAsync(LogPlan plan, CancellationToken stop)
    {
        foreach (var chunk in plan.Logs.Chunk(IEmailSession.RowsMax))
        {
            var mails = await scope.Store.LoadAsync([.. chunk.Select(l => l.Owner.Mail.Id).Distinct()], stop);
            var rows = chunk.Where(l => mails.ContainsKey(l.Owner.Mail.Id))
                .Select(l => (Log: l, Activity: Activity(l, mails[l.Owner.Mail.Id])));
            foreach (var call in Calls(rows)) await SendAsync(call, stop);
        }
    }

    private async Task SendAsync(
        IReadOnlyList<(PlannedLog Log, NewActivity Activity)> call, CancellationToken stop)
    {
        var at = scope.Now;
        var entries = call.ToDictionary(
            c => c.Log.Id, c => c.Log.Entry(scope.Connection.Id, c.Activity.Subject, c.Activity.Date, at));
        var result = await sending.SendAsync(
            [.. call.Select(c => new Intent(entries[c.Log.Id], c.Log.Owner.Reason))],
            ids => scope.Session.LogAsync([.. call.Where(c => ids.Contains(c.Log.Id)).Select(c => c.Activity)], stop),
            stop);

        var changes = new EmailChanges();
        foreach (var (log, _) in call)
        {
            Take(log, entries[log.Id], result.Outcomes.GetValueOrDefault(log.Id), changes);
            changes.Settlements.AddRange(log.Everybody.Where(w => w.IsOver).Select(w => w.Settle(scope.Now)));
        }

        await scope.CommitAsync(changes, stop);
        if (result.Failure is { } failure) throw failure;
    }

    private void Take(PlannedLog log, LogEntry entry, WriteReply.Outcome? outcome, EmailChanges changes)
    {
        switch (outcome)
        {
            case WriteReply.Done done:
                changes.Puts.Add(scope.Done(entry, done.SalesforceId));
                log.Owner.Logged();
                foreach (var follower in log.Followers) Follow(log, follower);
                Sent++;
                break;
            case WriteReply.Refused { Fault.Code: FaultCode.DuplicateId }:
                changes.Puts.Add(entry with { DuplicateSeen = true });
                foreach (var work in log.Everybody) work.Wait(EmailReason.Uncertain, scope.Now);
                SawDuplicate = true;
                break;
            case WriteReply.Refused refused:
                changes.Drops.Add(entry.Id);
                foreach (var work in log.Everybody) work.Refused(EmailReason.Refused, refused.Fault);
                break;
            case WriteReply.Unknown:
                foreach (var work in log.Everybody) work.Wait(EmailReason.Uncertain, entry.At + scope.IntentDeadline);
                break;
            default:
                foreach (var work in log.Everybody) work.Wait(EmailReason.Waiting, scope.Now + ClaimedPause);
                break;
        }
    }

    /// <summary>An activity that names nobody is every such address's own.</summary>
    private static void Follow(PlannedLog log, RecipientWork follower)
    {
        if (log.PersonId is null && follower.Mail.Id == log.Owner.Mail.Id) follower.Logged();
        else follower.LoggedElsewhere();
    }

    private NewActivity Activity(PlannedLog log, StoredEmail stored) => scope.Form.Of(
        stored.Message,
        stored.Marks[log.Owner.Recipient.Address.Key],
        scope.Connection.ExternalId(log.Id),
        log.PersonId,
        log.OpportunityId);

    /// <summary>As many rows in a call as their texts allow; at least one.</summary>
    private static IEnumerable<IReadOnlyList<(PlannedLog Log, NewActivity Activity)>> Calls(
        IEnumerable<(PlannedLog Log, NewActivity Activity)> rows)
    {
        List<(PlannedLog, NewActivity Activity)> call = [];
        var characters = 0;
        foreach (var row in rows)
        {
            if (call.Count > 0 && characters + row.Activity.Description.Length > LogLimits.CallCharactersMax)
            {
                yield return call;
                (call, characters) = ([], 0);
            }

            call.Add(row);
            characters += row.Activity.Description.Length;
        }

        if (call.Count > 0) yield return call;
    }
}
