using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Smtp;

/// <summary>Finds the records a mail is filed on, as one user sees them.</summary>
internal sealed class MailMatches(SandboxOrg org, CallContext context)
{
    /// <summary>By the standard Email field alone. A contact's activity goes to each open opportunity it has a role
    /// on.</summary>
    public IEnumerable<MailTarget> Of(string address)
    {
        var people = Chosen([
            .. org.Records.List(context, "Lead").Where(l => !l.Flag("IsConverted")).Where(Has),
            .. org.Records.List(context, "Contact").Where(Has),
        ]);
        return people.SelectMany(Targets);

        bool Has(SObjectRecord row) =>
            string.Equals(row.Text("Email"), address, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Records somebody named, where the user may read them.</summary>
    public IEnumerable<MailTarget> OfRefs(IEnumerable<string> ids)
    {
        foreach (var id in ids.Distinct())
            foreach (var (kind, isPerson) in new[]
            {
                ("Lead", true), ("Contact", true), ("Opportunity", false), ("Account", false),
            })
                if (org.Records.Find(context, kind, id) is { } row)
                    yield return isPerson ? new MailTarget(row.Id, null) : new MailTarget(null, row.Id);
    }

    private IReadOnlyList<SObjectRecord> Chosen(IReadOnlyList<SObjectRecord> people) => org.Options.MailMatch switch
    {
        MailMatch.Oldest => [.. people.OrderBy(p => p.Moment("CreatedDate")).Take(1)],
        MailMatch.MostActive =>
            [.. people.OrderByDescending(p => p.Date("LastActivityDate")).Take(1)],
        _ => people,
    };

    private IEnumerable<MailTarget> Targets(SObjectRecord person)
    {
        var open = org.Records.List(context, "OpportunityContactRole")
            .Where(r => r.Text("ContactId") == person.Id)
            .Select(r => org.Records.Find(context, "Opportunity", r.Text("OpportunityId")!))
            .Where(o => o is not null && !o.Flag("IsClosed")).Select(o => o!.Id).Distinct().ToList();
        return open.Count == 0
            ? [new MailTarget(person.Id, null)]
            : open.Select(id => new MailTarget(person.Id, id));
    }
}
