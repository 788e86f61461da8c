using System.Collections.Immutable;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>
/// Who in Salesforce has the addresses that were asked for, and what the rule says of each: one way for a run, a test
/// and a replay, so that none can promise what another does not do.
/// </summary>
internal sealed class Matches
{
    private readonly ILookup<string, PersonMatch> _people;

    private Matches(ILookup<string, PersonMatch> people) => _people = people;

    /// <summary>Looks up, all at once, what at least one of the rules does not exclude.</summary>
    public static async Task<Matches> FindAsync(
        IEmailSession session,
        IEnumerable<(MailTraits Mail, EmailAddress Address)> asked,
        ImmutableArray<EmailSettings> rules,
        CancellationToken stop)
    {
        var addresses = asked.Where(a => rules.Any(r => LogRule.Exclusion(a.Mail, a.Address, r) is null))
            .Select(a => a.Address).Distinct().ToList();
        ImmutableArray<PersonMatch> found =
            addresses.Count == 0 ? [] : await session.FindPeopleAsync(addresses, stop);
        return new Matches(found.Select(p => (Person: p, Address: EmailAddress.Parse(p.Email)))
            .Where(p => p.Address is not null)
            .ToLookup(p => p.Address!.Key, p => p.Person));
    }

    /// <summary>The opportunity of each contact among these people; who has none, or is no contact, is missing.
    /// </summary>
    public static async Task<ImmutableDictionary<string, string>> RelateAsync(
        IEmailSession session, IEnumerable<string?> personIds, EmailSettings rule, CancellationToken stop)
    {
        var none = ImmutableDictionary<string, string>.Empty;
        if (!rule.RelatedOpportunity) return none;
        var contacts = personIds.OfType<string>().Where(IsContact).Distinct().ToList();
        if (contacts.Count == 0) return none;
        var open = await session.FindOpportunitiesAsync(contacts, stop);
        return none.AddRange(open.GroupBy(o => o.ContactId)
            .Select(c => KeyValuePair.Create(c.Key, LogRule.RelatedOpportunity(c)!)));
    }

    public LogDecision Decide(
        MailTraits mail, EmailAddress address, EmailSettings rule, string? chosenId = null) =>
        LogRule.Decide(mail, address, [.. _people[address.Key]], rule, chosenId);

    /// <summary>Key prefix of Contact (facts 4.4).</summary>
    private static bool IsContact(string id) => id.StartsWith("003", StringComparison.Ordinal);
}
