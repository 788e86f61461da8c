using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// Decides what is due: matches all addresses at once, asks the rule, and compares with what is known to be logged.
/// What needs nothing sent is settled here.
/// </summary>
internal sealed class LogPlanner(LogScope scope)
{
    public async Task<LogPlan> PlanAsync(IReadOnlyList<RecipientWork> works, CancellationToken stop)
    {
        var matches = await Matches.FindAsync(
            scope.Session, works.Select(w => (w.Mail.Traits, w.Recipient.Address)), [scope.Settings], stop);
        var decided = works.Select(w => (Work: w, Decision: Decide(w, matches))).ToList();
        var entries = await scope.Store.FindAsync([.. decided.SelectMany(d => IdsOf(d.Work, d.Decision))], stop);
        var unlogged = decided.Where(d => d.Decision is LogDecision.DoNotLog).Select(d => d.Work.Mail.Id).Distinct();
        var done = (await scope.Store.ListDoneAsync([.. unlogged], stop))
            .Select(e => (e.EmailId, e.Address)).ToHashSet();

        var (plan, changes) = (new LogPlan(), new EmailChanges());
        foreach (var (work, decision) in decided)
        {
            work.Reason = decision.Reason;
            NoteFoundLead(work, decision, entries, changes);
            Plan(work, decision, plan, entries, done);
            if (work.IsOver) changes.Settlements.Add(work.Settle(scope.Now));
        }

        await scope.CommitAsync(changes, stop);
        return plan;
    }

    /// <summary>Fills in the opportunities of the contacts that are to be logged to.</summary>
    public async Task RelateAsync(LogPlan plan, CancellationToken stop)
    {
        var related = await Matches.RelateAsync(
            scope.Session, plan.Logs.Select(l => l.PersonId), scope.Settings, stop);
        foreach (var log in plan.Logs)
            if (log.PersonId is { } id) log.OpportunityId = related.GetValueOrDefault(id);
    }

    private LogDecision Decide(RecipientWork work, Matches matches) =>
        matches.Decide(work.Mail.Traits, work.Recipient.Address, scope.Settings, work.Recipient.ChosenId);

    private IEnumerable<Guid> IdsOf(RecipientWork work, LogDecision decision) => (decision switch
    {
        LogDecision.Log log => log.Targets.Select(t => LogId(work, t.PersonId)),
        LogDecision.LogAlone => [LogId(work, null)],
        _ => [],
    }).Append(LeadId(work));

    private Guid LogId(RecipientWork work, string? personId) =>
        EmailIds.Log(scope.Connection.OrganizationId, work.Mail.MessageKey, personId);

    private Guid LeadId(RecipientWork work) =>
        EmailIds.Lead(scope.Connection.OrganizationId, work.Recipient.Address);

    /// <summary>The lead an earlier run was about to make is there: its mail says it was made.</summary>
    private void NoteFoundLead(
        RecipientWork work, LogDecision decision, ImmutableDictionary<Guid, LogEntry> entries, EmailChanges changes)
    {
        if (decision is not LogDecision.Log { Targets: var targets }) return;
        var lead = entries.GetValueOrDefault(LeadId(work));
        if (work.Recipient.Decided == EmailReason.LoggedNewLead || lead is { IsDone: false })
            work.Reason = EmailReason.LoggedNewLead;
        if (lead is { IsDone: false })
            changes.Puts.Add(lead with { IsDone = true, SalesforceId = targets[0].PersonId, At = scope.Now });
    }

    private void Plan(
        RecipientWork work,
        LogDecision decision,
        LogPlan plan,
        ImmutableDictionary<Guid, LogEntry> entries,
        HashSet<(Guid, string)> done)
    {
        switch (decision)
        {
            case LogDecision.Log log:
                foreach (var target in log.Targets) Want(work, target.PersonId, plan, entries);
                break;
            case LogDecision.LogAlone:
                Want(work, null, plan, entries);
                break;
            case LogDecision.CreateLead:
                WantLead(work, plan, entries.GetValueOrDefault(LeadId(work)), entries);
                break;
            case LogDecision.DoNotLog when done.Contains((work.Mail.Id, work.Recipient.Address.Key)):
                // logged before the rule was changed
                work.Reason = work.Recipient.Decided ?? EmailReason.LoggedOnlyMatch;
                work.Await();
                work.Logged();
                break;
        }
    }

    private void Want(
        RecipientWork work, string? personId, LogPlan plan, ImmutableDictionary<Guid, LogEntry> entries)
    {
        var id = LogId(work, personId);
        if (entries.GetValueOrDefault(id) is not { } entry)
        {
            plan.Want(id, personId, work);
            return;
        }

        work.Await();
        if (!entry.IsDone) work.Wait(EmailReason.Uncertain, entry.At + scope.IntentDeadline);
        else if (IsOwn(entry, work)) work.Logged();
        else work.LoggedElsewhere();
    }

    /// <summary>An activity that names nobody is every such address's own.</summary>
    private static bool IsOwn(LogEntry entry, RecipientWork work) => entry.EmailId == work.Mail.Id
        && (entry.PersonId is null || entry.Address == work.Recipient.Address.Key) && entry.SalesforceId is not null;

    private void WantLead(
        RecipientWork work, LogPlan plan, LogEntry? lead, ImmutableDictionary<Guid, LogEntry> entries)
    {
        var until = lead?.At + LogLimits.LeadDeadline;
        if (lead is null || until <= scope.Now) plan.WantLead(LeadId(work), work);
        else if (lead is { IsDone: true, SalesforceId: { } id }) Want(work, id, plan, entries);
        else
        {
            work.Await();
            work.Wait(EmailReason.Uncertain, until);
        }
    }
}
