using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>One connected user's Salesforce for the logging of mails; shares channel and org facts with its tasks.
/// </summary>
internal sealed class EmailSession(DataChannel channel, HostAllowList hosts, SalesforceSession tasks) : IEmailSession
{
    private readonly PeopleReader _people = new(new QueryReader(channel, hosts));
    private readonly RollUpReader _rollUps = new(new QueryReader(channel, hosts));
    private readonly CollectionWriter _writer = new(channel);

    public ISalesforceSession Tasks => tasks;

    public async Task<bool> MayLogAsync(bool fresh, CancellationToken stop) =>
        (await tasks.EntryAsync(fresh, stop)).Email.MayLog;

    public Task<BccAddressReply> FindBccAddressAsync(EmailAddress sender, CancellationToken stop) =>
        new BccAddressReader(channel, tasks.UserId).FindAsync(sender, stop);

    public async Task<bool> KeepsMarksAsync(CancellationToken stop) => (await EntryAsync(stop)).Email.KeepsMarks;

    public Task<ImmutableArray<PersonMatch>> FindPeopleAsync(
        IReadOnlyCollection<EmailAddress> addresses, CancellationToken stop) => _people.FindAsync(addresses, stop);

    public Task<ImmutableArray<NamedPerson>> SearchPeopleAsync(string text, int max, CancellationToken stop) =>
        _people.SearchAsync(text, max, stop);

    public Task<ImmutableArray<ContactOpportunity>> FindOpportunitiesAsync(
        IReadOnlyCollection<string> contactIds, CancellationToken stop) =>
        _people.FindOpportunitiesAsync(contactIds, stop);

    public Task<ImmutableArray<WriteReply.Outcome>> CreateLeadsAsync(
        ImmutableArray<NewLead> leads, CancellationToken stop) =>
        _writer.WriteAsync("POST", [.. leads.Select(Body)], stop);

    public async Task<ImmutableArray<WriteReply.Outcome>> LogAsync(
        ImmutableArray<NewActivity> activities, CancellationToken stop)
    {
        var entry = await EntryAsync(stop);
        var bodies = activities.Select(a => entry.Email.Body(a, entry.Columns.ExternalIdField));
        return await _writer.WriteAsync("POST", [.. bodies], stop);
    }

    public async Task<ImmutableArray<(string Field, string Value)>> ShowAsync(
        NewActivity activity, CancellationToken stop)
    {
        var entry = await EntryAsync(stop);
        var body = entry.Email.Body(activity, entry.Columns.ExternalIdField);
        return [.. body.Where(f => f.Value is JsonValue).Select(f => (f.Key, f.Value!.ToString()))];
    }

    public async Task<ImmutableArray<WriteReply.Outcome>> MarkAsync(
        ImmutableArray<(string SalesforceId, EmailMarks Marks)> marks, CancellationToken stop)
    {
        var columns = (await EntryAsync(stop)).Email;
        return await _writer.WriteAsync("PATCH", [.. marks.Select(m => columns.Body(m.SalesforceId, m.Marks))], stop);
    }

    public Task<ImmutableArray<RollUpKind>> FindRollUpKindsAsync(CancellationToken stop) =>
        _rollUps.FindKindsAsync(stop);

    public Task<ImmutableArray<RollUpRow>> FindRollUpsAsync(
        IReadOnlyCollection<(RollUpKind Kind, string Id)> asked, CancellationToken stop) =>
        _rollUps.FindAsync(asked, stop);

    public Task<ImmutableArray<WriteReply.Outcome>> RollUpAsync(
        ImmutableArray<RollUpChange> changes, CancellationToken stop) =>
        _writer.WriteAsync("PATCH", [.. changes.Select(RollUpReader.Body)], stop);

    private Task<OrgFactsCache.Entry> EntryAsync(CancellationToken stop) => tasks.EntryAsync(false, stop);

    private static JsonObject Body(NewLead lead)
    {
        var body = EmailColumns.Typed("Lead");
        if (lead.FirstName is not null) body["FirstName"] = lead.FirstName;
        body["LastName"] = lead.LastName;
        body["Company"] = lead.Company;
        body["Email"] = lead.Email;
        return body;
    }
}
