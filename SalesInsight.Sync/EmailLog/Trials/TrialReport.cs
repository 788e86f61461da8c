using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.EmailLog.Running;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Trials;

/// <summary>Words one trial: the activities a run would make of the decisions, with the names of whom they are about.
/// </summary>
internal sealed class TrialReport(
    IEmailSession session, SyncConnection connection, EmailSettings rule, OrgFacts org, IEmailStore store)
{
    private const string Lead = "Lead", Contact = "Contact", Opportunity = "Opportunity";

    private readonly ActivityForm _form = new(rule, org);
    private ImmutableDictionary<string, string> _related = ImmutableDictionary<string, string>.Empty;
    private Dictionary<string, RecordName> _names = [];

    public async Task<EmailTrial> TellAsync(
        TriedMail mail, IReadOnlyList<(EmailAddress Address, LogDecision Decision)> decided, CancellationToken stop)
    {
        var persons = decided.SelectMany(d => PersonsOf(d.Decision)).OfType<string>().Distinct().ToList();
        _related = await Matches.RelateAsync(session, persons, rule, stop);
        var ids = persons.Concat(_related.Values).Distinct().ToImmutableArray();
        if (!ids.IsEmpty)
            _names = (await session.Tasks.ReadNamesAsync(ids, stop)).ToDictionary(n => n.Id);

        var key = EmailIds.MessageKey(mail.Message.MessageId, mail.Message.From);
        var logIds = decided.SelectMany(d => PersonsOf(d.Decision)).Select(p => LogId(key, p)).Distinct().ToList();
        var there = (await store.FindAsync(logIds, stop)).Values.Where(e => e.IsDone).Select(e => e.Id).ToHashSet();
        List<EmailTrial.Line> lines = [];
        foreach (var (address, decision) in decided)
            lines.Add(await LineAsync(mail, key, address, decision, there, stop));
        return new EmailTrial.Told(mail.Message.Subject, mail.Message.IsReply, lines);
    }

    private async Task<EmailTrial.Line> LineAsync(
        TriedMail mail, string key, EmailAddress address, LogDecision decision, HashSet<Guid> there,
        CancellationToken stop)
    {
        if (decision is LogDecision.DoNotLog) return new(address.Key, false, decision.Reason, []);
        if (decision is LogDecision.CreateLead)
            return new(address.Key, true, decision.Reason, [await NewLeadAsync(mail, address, stop)]);

        List<EmailTrial.Activity> records = [];
        foreach (var person in PersonsOf(decision))
            // whoever means the same person later in the mail finds it logged already
            if (there.Add(LogId(key, person)) || person is null)
                records.Add(await ActivityAsync(mail, person, PersonOf(person), stop));
        return new(address.Key, true, records.Count > 0 ? decision.Reason : EmailReason.AlreadyLogged, records);
    }

    private async Task<EmailTrial.Activity> NewLeadAsync(TriedMail mail, EmailAddress address, CancellationToken stop)
    {
        var lead = new PlannedLead(default, address, []).ToLead();
        var name = $"{lead.FirstName} {lead.LastName}".Trim();
        return await ActivityAsync(mail, null, new EmailTrial.Target(null, Lead, name, lead.Company), stop);
    }

    private async Task<EmailTrial.Activity> ActivityAsync(
        TriedMail mail, string? personId, EmailTrial.Target? person, CancellationToken stop)
    {
        var opportunity = personId is null ? null : _related.GetValueOrDefault(personId);
        var attached = string.Join(", ", mail.Message.Attachments.Select(a => a.Name));
        var activity = _form.Of(
            mail.Message, new EmailMarks(0, 0, false, false, attached), connection.ExternalId(default), personId,
            opportunity);
        var fields = await session.ShowAsync(activity, stop);
        return new(
            person,
            opportunity is null ? null : TargetOf(opportunity, Opportunity),
            [.. fields.Where(f => f.Value != activity.ExternalId).Select(f => new EmailTrial.Field(f.Field, f.Value))]);
    }

    private EmailTrial.Target? PersonOf(string? id) => id is null ? null : TargetOf(id, Contact);

    private EmailTrial.Target TargetOf(string id, string type) => _names.GetValueOrDefault(id) is { } name
        ? new(id, name.ObjectType, name.Name, name.Company)
        : new(id, type, id, null);

    private static IEnumerable<string?> PersonsOf(LogDecision decision)
    {
        if (decision is LogDecision.LogAlone) return [null];
        return decision is LogDecision.Log log ? log.Targets.Select(t => t.PersonId) : [];
    }

    private Guid LogId(string key, string? personId) => EmailIds.Log(connection.OrganizationId, key, personId);
}
