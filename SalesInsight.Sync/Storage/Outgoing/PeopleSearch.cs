using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>Asks the user's own Salesforce, as that user.</summary>
internal sealed class PeopleSearch(ISyncStore connections, IEmailGateway gateway) : IPeopleSearch
{
    public async Task<IReadOnlyList<IPeopleSearch.Person>> FindAsync(
        Guid userId, string text, CancellationToken stop)
    {
        var typed = ActivityDetail.Cut(text.Trim(), IPeopleSearch.TextLengthMax);
        if (typed.Length < IPeopleSearch.TextLengthMin || typed.Any(char.IsControl)) return [];
        if (await connections.ReadStandingAsync(userId, stop) is not { ConnectionId: { } id, NeedsReconnect: false })
            return [];
        try
        {
            var session = await gateway.OpenForEmailAsync(id, stop);
            var found = await session.SearchPeopleAsync(typed, IPeopleSearch.FoundMax, stop);
            return
            [
                .. found.Where(p => EmailAddress.Parse(p.Email) is not null)
                    .OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Id)
                    .Take(IPeopleSearch.FoundMax)
                    .Select(p => new IPeopleSearch.Person(
                        p.Name, p.Email, p.Company, p.Kind == PersonKind.Lead, p.Id)),
            ];
        }
        catch (SalesforceFaultException)
        {
            // who looks for a name while Salesforce is away types the address: what went wrong is shown by the pill
            return [];
        }
    }
}
