using System.Collections.Immutable;
using System.Diagnostics;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Deciding;

/// <summary>
/// Whom one mail is logged to for one address. Ordered: the first line that applies decides, and gives the one reason.
/// Pure, so that a run, a replay and a tester page cannot disagree.
/// </summary>
internal static class LogRule
{
    /// <summary>Characters of Email on lead and contact (object reference); a longer one is on no record.</summary>
    public const int AddressLengthMax = 80;

    /// <summary>Records one address is logged to at most; Email to Salesforce stops at as many (facts 5.2).</summary>
    public const int TargetsMax = 50;

    /// <summary>Why no record is even looked for; null: look.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="address">Whom it was sent to, or who replied.</param>
    /// <param name="rule">The user's settings.</param>
    public static EmailReason? Exclusion(MailTraits mail, EmailAddress address, EmailSettings rule)
    {
        if (!rule.IsOn) return EmailReason.LoggingOff;
        if (mail.IsReply && !rule.LogReplies) return EmailReason.RepliesOff;
        if (address == mail.User) return EmailReason.OwnAddress;
        if (address == rule.BccAddress) return EmailReason.BccAddress;
        if (rule.CompanyExclusions.Contains(address)) return EmailReason.CompanyExclusion;
        if (rule.CompanyExclusions.ExcludesOwnDomain && EmailExclusions.IsColleague(address, mail.User))
            return EmailReason.OwnDomain;
        if (rule.OwnExclusions.Contains(address)
            || (rule.OwnExclusions.ExcludesOwnDomain && EmailExclusions.IsColleague(address, mail.User)))
            return EmailReason.OwnExclusion;
        return address.Key.Length > AddressLengthMax ? EmailReason.AddressTooLong : null;
    }

    /// <param name="mail">The mail.</param>
    /// <param name="address">Whom it was sent to, or who replied.</param>
    /// <param name="found">Records with that address.</param>
    /// <param name="rule">The user's settings.</param>
    /// <param name="chosenId">A lead or contact the user chose for this mail and address; null: nobody.</param>
    public static LogDecision Decide(
        MailTraits mail, EmailAddress address, ImmutableArray<PersonMatch> found, EmailSettings rule,
        string? chosenId = null)
    {
        if (Exclusion(mail, address, rule) is { } excluded) return new LogDecision.DoNotLog(excluded);
        if (chosenId is not null) return new LogDecision.Log(EmailReason.LoggedByChoice, [Chosen(chosenId)]);
        if (found.IsEmpty) return WithoutMatch(rule);

        var shown = Shown(found);
        if (shown.IsEmpty) return new LogDecision.DoNotLog(EmailReason.ConvertedOutOfSight);
        var wanted = shown.RemoveAll(c => !IsWanted(c.Person.Kind, rule.LogTo));
        return wanted.IsEmpty ? new LogDecision.DoNotLog(EmailReason.OtherKind) : Choose(wanted, rule.SeveralMatches);
    }

    /// <summary>
    /// The opportunity a mail to this contact is related to: the one it is the primary contact of; then the one changed
    /// last; then the smaller id. Null without an open one.
    /// </summary>
    public static string? RelatedOpportunity(IEnumerable<ContactOpportunity> open) => open
        .OrderByDescending(o => o.IsPrimary)
        .ThenByDescending(o => o.ModifiedAt)
        .ThenBy(o => o.OpportunityId, StringComparer.Ordinal)
        .FirstOrDefault()?.OpportunityId;

    /// <summary>Key prefix of Lead (facts 4.4).</summary>
    private static LogTarget Chosen(string id) =>
        new(id, id.StartsWith("00Q", StringComparison.Ordinal) ? PersonKind.Lead : PersonKind.Contact);

    private static LogDecision WithoutMatch(EmailSettings rule) => rule.NoMatch switch
    {
        EmailRule.NoMatch.CreateLead when IsWanted(PersonKind.Lead, rule.LogTo) => new LogDecision.CreateLead(),
        EmailRule.NoMatch.LogWithoutPerson => new LogDecision.LogAlone(),
        EmailRule.NoMatch.CreateLead or EmailRule.NoMatch.DoNotLog => new LogDecision.DoNotLog(EmailReason.NoMatch),
        _ => throw new UnreachableException(),
    };

    /// <summary>Converted leads give way to their contacts; a person found twice counts once.</summary>
    private static ImmutableArray<Candidate> Shown(ImmutableArray<PersonMatch> found) =>
    [
        .. found
            .Select(m => m.Converted is { } lead
                ? new Candidate(lead.Contact, IsConverted: true)
                : new Candidate(m, IsConverted: false))
            .Where(c => c.Found is not null)
            .OrderBy(c => c.IsConverted)
            .DistinctBy(c => c.Person.Id),
    ];

    private static bool IsWanted(PersonKind kind, EmailRule.LogTo logTo) => logTo switch
    {
        EmailRule.LogTo.Both => true,
        EmailRule.LogTo.Leads => kind == PersonKind.Lead,
        EmailRule.LogTo.Contacts => kind == PersonKind.Contact,
        _ => throw new UnreachableException(),
    };

    private static LogDecision.Log Choose(ImmutableArray<Candidate> wanted, EmailRule.SeveralMatches rule)
    {
        if (wanted is [var only])
            return Log(only.IsConverted ? EmailReason.LoggedConverted : EmailReason.LoggedOnlyMatch, only);
        var recent = wanted
            .OrderByDescending(c => c.Person.LastActivity ?? DateOnly.MinValue)
            .ThenBy(c => c.Person.CreatedAt)
            .ThenBy(c => c.Person.Id, StringComparer.Ordinal);
        return rule switch
        {
            EmailRule.SeveralMatches.MostRecentActivity => Log(EmailReason.LoggedMostRecent, recent.First()),
            EmailRule.SeveralMatches.Oldest => Log(EmailReason.LoggedOldest, wanted
                .OrderBy(c => c.Person.CreatedAt).ThenBy(c => c.Person.Id, StringComparer.Ordinal).First()),
            EmailRule.SeveralMatches.All => Log(EmailReason.LoggedEveryMatch, [.. recent.Take(TargetsMax)]),
            EmailRule.SeveralMatches.ContactBeforeLead => Log(
                EmailReason.LoggedContactFirst, recent.OrderByDescending(c => c.Person.Kind).First()),
            _ => throw new UnreachableException(),
        };
    }

    private static LogDecision.Log Log(EmailReason reason, params Candidate[] chosen) =>
        new(reason, [.. chosen.Select(c => new LogTarget(c.Person.Id, c.Person.Kind))]);

    private sealed record Candidate(PersonMatch? Found, bool IsConverted)
    {
        public PersonMatch Person => Found!;
    }
}
