using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>Makes the leads a plan needs, and plans the activities that waited for them.</summary>
internal sealed class LeadMaker(LogScope scope, SafeSend sending)
{
    public async Task MakeAsync(LogPlan plan, CancellationToken stop)
    {
        foreach (var chunk in plan.Leads.ToList().Chunk(IEmailSession.RowsMax)) await MakeAsync(chunk, plan, stop);
    }

    private async Task MakeAsync(PlannedLead[] leads, LogPlan plan, CancellationToken stop)
    {
        // A lead of this address that an earlier run made, or tried to, is gone: the address found nobody.
        var old = new EmailChanges();
        old.Drops.AddRange(leads.Select(l => l.Id));
        await scope.CommitAsync(old, stop);

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(scope.Now, scope.Form.Zone).DateTime);
        var entries = leads.ToDictionary(l => l.Id, l => l.Entry(scope.Connection.Id, today, scope.Now));
        var result = await sending.SendAsync(
            [.. entries.Values.Select(e => new Intent(e, EmailReason.LoggedNewLead))],
            ids => scope.Session.CreateLeadsAsync(
                [.. leads.Where(l => ids.Contains(l.Id)).Select(l => l.ToLead())], stop),
            stop);

        var changes = new EmailChanges();
        foreach (var lead in leads)
            Take(lead, entries[lead.Id], result.Outcomes.GetValueOrDefault(lead.Id), plan, changes);
        await scope.CommitAsync(changes, stop);
        if (result.Failure is { } failure) throw failure;
    }

    private void Take(
        PlannedLead lead, LogEntry entry, WriteReply.Outcome? outcome, LogPlan plan, EmailChanges changes)
    {
        switch (outcome)
        {
            case WriteReply.Done done:
                changes.Puts.Add(entry with { IsDone = true, SalesforceId = done.SalesforceId, At = scope.Now });
                foreach (var work in lead.Works) LogTo(work, done.SalesforceId, plan);
                return;
            case WriteReply.Refused refused:
                changes.Drops.Add(entry.Id);
                foreach (var work in lead.Works) work.Refused(EmailReason.LeadRefused, refused.Fault);
                break;
            default:
                foreach (var work in lead.Works) work.Wait(EmailReason.Uncertain, entry.At + LogLimits.LeadDeadline);
                break;
        }

        changes.Settlements.AddRange(lead.Works.Where(w => w.IsOver).Select(w => w.Settle(scope.Now)));
    }

    private void LogTo(RecipientWork work, string leadId, LogPlan plan)
    {
        plan.Want(EmailIds.Log(scope.Connection.OrganizationId, work.Mail.MessageKey, leadId), leadId, work);
        work.Arrived();
    }
}
