using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>Finds people by address and the open opportunities they have a part in.</summary>
internal sealed class PeopleReader(QueryReader queries)
{
    public async Task<ImmutableArray<PersonMatch>> FindAsync(
        IReadOnlyCollection<EmailAddress> addresses, CancellationToken stop)
    {
        var chunks = PeopleQueries.Chunks(addresses).ToList();
        var asked = chunks.Select(PeopleQueries.Leads).Concat(chunks.Select(PeopleQueries.Contacts));
        var rows = await queries.AskAsync(asked, stop);
        return
        [
            .. rows.Take(chunks.Count).SelectMany(r => r).Select(Lead).OfType<PersonMatch>(),
            .. rows.Skip(chunks.Count).SelectMany(r => r).Select(r => Person(r, PersonKind.Contact))
                .OfType<PersonMatch>(),
        ];
    }

    public async Task<ImmutableArray<NamedPerson>> SearchAsync(string text, int max, CancellationToken stop)
    {
        var asked = PeopleQueries.Search(text, max).ToList();
        var rows = await queries.AskAsync(asked, stop);
        return
        [
            .. asked.Zip(rows, (q, found) => found.Select(r => Named(r, q.Entity))).SelectMany(p => p)
                .OfType<NamedPerson>().DistinctBy(p => p.Id),
        ];
    }

    public async Task<ImmutableArray<ContactOpportunity>> FindOpportunitiesAsync(
        IReadOnlyCollection<string> contactIds, CancellationToken stop)
    {
        var asked = contactIds.Where(SoqlText.IsId).Chunk(SoqlQuery.IdsPerQueryMax).Select(PeopleQueries.Roles);
        var rows = await queries.AskAsync(asked, stop);
        return [.. rows.SelectMany(r => r).Select(Role).OfType<ContactOpportunity>()];
    }

    private static NamedPerson? Named(JsonElement row, string entity)
    {
        var isLead = entity == "Lead";
        var company = isLead
            ? JsonRow.Text(row, "Company")
            : JsonRow.Find(row, "Account") is { ValueKind: JsonValueKind.Object } account
                ? JsonRow.Text(account, "Name")
                : null;
        return JsonRow.Text(row, "Id") is { } id && JsonRow.Text(row, "Email") is { } email
            ? new NamedPerson(
                id, isLead ? PersonKind.Lead : PersonKind.Contact, JsonRow.Text(row, "Name") ?? "", email, company)
            : null;
    }

    private static PersonMatch? Lead(JsonElement row)
    {
        if (Person(row, PersonKind.Lead) is not { } lead) return null;
        return JsonRow.Flag(row, "IsConverted") ? lead with { Converted = new(ContactOf(row)) } : lead;
    }

    private static PersonMatch? ContactOf(JsonElement lead) =>
        JsonRow.Text(lead, "ConvertedContactId") is { } id
        && JsonRow.Find(lead, "ConvertedContact") is { ValueKind: JsonValueKind.Object } contact
            ? Person(contact, PersonKind.Contact, id)
            : null;

    private static PersonMatch? Person(JsonElement row, PersonKind kind) =>
        JsonRow.Text(row, "Id") is { } id ? Person(row, kind, id) : null;

    private static PersonMatch? Person(JsonElement row, PersonKind kind, string id) =>
        SalesforceTime.Parse(JsonRow.Text(row, "CreatedDate")) is { } createdAt
            ? new PersonMatch(id, kind, JsonRow.Text(row, "Email") ?? "", createdAt, Date(row, "LastActivityDate"))
            : null;

    private static ContactOpportunity? Role(JsonElement row) =>
        JsonRow.Text(row, "ContactId") is { } contact && JsonRow.Text(row, "OpportunityId") is { } opportunity
        && JsonRow.Find(row, "Opportunity") is { } of
        && SalesforceTime.Parse(JsonRow.Text(of, "LastModifiedDate")) is { } modifiedAt
            ? new ContactOpportunity(contact, opportunity, JsonRow.Flag(row, "IsPrimary"), modifiedAt)
            : null;

    private static DateOnly? Date(JsonElement row, string name) => DateOnly.TryParseExact(
        JsonRow.Text(row, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : null;
}
