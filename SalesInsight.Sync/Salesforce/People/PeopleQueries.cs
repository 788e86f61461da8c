using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce.People;

/// <summary>The questions asked to find whom a mail is logged to. Pure.</summary>
internal static class PeopleQueries
{
    /// <summary>
    /// Bytes of one query's address: 16,384 are let through together with the headers (facts 2.1), of which a token
    /// takes some hundred.
    /// </summary>
    public const int AddressBytesMax = 12_000;

    private const string Lead = "Lead";

    private const string Contact = "Contact";

    /// <summary>A lead that was converted says what became of it; the contact comes along where the user sees it.
    /// </summary>
    private static readonly string[] OfLead =
    [
        "Id", "Email", "CreatedDate", "LastActivityDate", "IsConverted", "ConvertedContactId",
        "ConvertedContact.Email", "ConvertedContact.CreatedDate", "ConvertedContact.LastActivityDate",
    ];

    private static readonly string[] OfContact = ["Id", "Email", "CreatedDate", "LastActivityDate"];

    private static readonly string[] OfRole =
        ["ContactId", "OpportunityId", "IsPrimary", "Opportunity.LastModifiedDate"];

    public static SoqlQuery Leads(IEnumerable<string> addresses) =>
        new SoqlQuery(Lead, OfLead).Where(SoqlCondition.InTexts("Email", addresses));

    public static SoqlQuery Contacts(IEnumerable<string> addresses) =>
        new SoqlQuery(Contact, OfContact).Where(SoqlCondition.InTexts("Email", addresses));

    /// <summary>People by a part of their name, then by a part of their address: leads, then contacts.</summary>
    public static IEnumerable<SoqlQuery> Search(string text, int max) =>
        from entity in new[] { Lead, Contact }
        from field in new[] { "Name", "Email" }
        let query = new SoqlQuery(entity, ["Id", "Name", "Email", entity == Lead ? "Company" : "Account.Name"])
            .Where(SoqlCondition.Contains(field, text), SoqlCondition.Contains("Email", "@"))
            .OrderBy("Name")
        select (entity == Lead ? query.Where(SoqlCondition.IsFlag("IsConverted", false)) : query) with { Limit = max };

    /// <summary>Roles on open opportunities.</summary>
    public static SoqlQuery Roles(IEnumerable<string> contactIds) =>
        new SoqlQuery("OpportunityContactRole", OfRole).Where(
            SoqlCondition.InIds("ContactId", contactIds), SoqlCondition.IsFlag("Opportunity.IsClosed", false));

    /// <summary>
    /// Addresses in as few queries as their length allows; each address in every spelling a record may have it in.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Chunks(IEnumerable<EmailAddress> addresses)
    {
        // The longer of the two queries without an address in it.
        var frame = QueryPath.Live("/services/data/v99.0", Leads([])).Length;
        List<string> chunk = [];
        var bytes = frame;
        foreach (var spelling in addresses.SelectMany(a => a.Spellings))
        {
            var more = Uri.EscapeDataString(SoqlText.Quote(spelling) + ",").Length;
            if (chunk.Count > 0 && bytes + more > AddressBytesMax)
            {
                yield return chunk;
                (chunk, bytes) = ([], frame);
            }

            chunk.Add(spelling);
            bytes += more;
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
