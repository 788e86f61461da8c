using System.Collections.Immutable;
using FluentAssertions;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;
using Xunit;
using static SalesInsight.Sync.Settings.EmailRule;

namespace SalesInsight.Tests.Sync.EmailLog.Deciding;

/// <summary>Rows: what was found, under which choices, whom it goes to, and the one reason.</summary>
public class LogRuleTests
{
    // Letters: L and M are leads, C and D contacts; a bigger letter of a pair is no older. 'x' converted, 'o' converted
    // out of sight; digits are the day of November of the last activity.
    public static TheoryData<string, LogTo, SeveralMatches, NoMatch, string, EmailReason> Choices => new()
    {
        // one record
        { "L", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "L", EmailReason.LoggedOnlyMatch },
        { "C", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "C", EmailReason.LoggedOnlyMatch },
        { "L", LogTo.Leads, SeveralMatches.All, NoMatch.DoNotLog, "L", EmailReason.LoggedOnlyMatch },
        { "L", LogTo.Contacts, SeveralMatches.All, NoMatch.DoNotLog, "", EmailReason.OtherKind },
        { "C", LogTo.Leads, SeveralMatches.All, NoMatch.DoNotLog, "", EmailReason.OtherKind },
        // a lead that is not wanted is no reason to make another one
        { "C", LogTo.Leads, SeveralMatches.All, NoMatch.CreateLead, "", EmailReason.OtherKind },

        // several: the most recent activity; without any, the oldest
        { "L5 M7", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "M", EmailReason.LoggedMostRecent },
        { "L7 M7", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "L", EmailReason.LoggedMostRecent },
        { "M L", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "L", EmailReason.LoggedMostRecent },
        { "C L9", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "L", EmailReason.LoggedMostRecent },
        { "M9 L", LogTo.Both, SeveralMatches.Oldest, NoMatch.DoNotLog, "L", EmailReason.LoggedOldest },
        { "M9 L D", LogTo.Both, SeveralMatches.All, NoMatch.DoNotLog, "M L D", EmailReason.LoggedEveryMatch },
        { "L9 C", LogTo.Both, SeveralMatches.ContactBeforeLead, NoMatch.DoNotLog, "C", EmailReason.LoggedContactFirst },
        { "L9 C D3", LogTo.Both, SeveralMatches.ContactBeforeLead, NoMatch.DoNotLog, "D",
            EmailReason.LoggedContactFirst },
        // the kind that is not wanted is not counted
        { "L9 C", LogTo.Contacts, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "C",
            EmailReason.LoggedOnlyMatch },

        // converted leads are their contacts
        { "Lx", LogTo.Both, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, "C", EmailReason.LoggedConverted },
        { "Lx C", LogTo.Both, SeveralMatches.All, NoMatch.DoNotLog, "C", EmailReason.LoggedOnlyMatch },
        { "Lx", LogTo.Leads, SeveralMatches.All, NoMatch.DoNotLog, "", EmailReason.OtherKind },
        { "Lo", LogTo.Both, SeveralMatches.All, NoMatch.CreateLead, "", EmailReason.ConvertedOutOfSight },
        { "Lo D", LogTo.Both, SeveralMatches.All, NoMatch.DoNotLog, "D", EmailReason.LoggedOnlyMatch },

        // none
        { "", LogTo.Both, SeveralMatches.All, NoMatch.DoNotLog, "", EmailReason.NoMatch },
        { "", LogTo.Both, SeveralMatches.All, NoMatch.CreateLead, "new", EmailReason.LoggedNewLead },
        { "", LogTo.Leads, SeveralMatches.All, NoMatch.CreateLead, "new", EmailReason.LoggedNewLead },
        { "", LogTo.Contacts, SeveralMatches.All, NoMatch.CreateLead, "", EmailReason.NoMatch },
        { "", LogTo.Contacts, SeveralMatches.All, NoMatch.LogWithoutPerson, "nobody",
            EmailReason.LoggedWithoutPerson },
    };

    // what is special about mail, address and settings; the first that applies is the reason
    public static TheoryData<string, string, EmailReason?> Exclusions => new()
    {
        { "ann@customer.example", "", null },
        { "ann@customer.example", "off", EmailReason.LoggingOff },
        { "ann@customer.example", "reply", null },
        { "ann@customer.example", "reply no-replies", EmailReason.RepliesOff },
        { "ann@customer.example", "no-replies", null },
        { "mara@halden.example", "", EmailReason.OwnAddress },
        { "\"MARA\"@halden.example", "off", EmailReason.LoggingOff },
        { "emailtosalesforce@x.le.salesforce.com", "", EmailReason.BccAddress },
        { "ann@rival.example", "", EmailReason.CompanyExclusion },
        { "ann@eu.rival.example", "", EmailReason.CompanyExclusion },
        { "jonas@halden.example", "", EmailReason.OwnDomain },
        { "jonas@nl.halden.example", "", EmailReason.OwnDomain },
        { "jonas@halden.example", "own-domain-is-logged", null },
        { "mum@home.example", "", EmailReason.OwnExclusion },
        { "dad@home.example", "", null },
        { "LONG@customer.example", "", EmailReason.AddressTooLong },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Decide_FoundRecords_GoesToThoseOfTheRule(
        string found, LogTo logTo, SeveralMatches several, NoMatch none, string expected, EmailReason reason)
    {
        var rule = Rule with { LogTo = logTo, SeveralMatches = several, NoMatch = none };

        var decision = LogRule.Decide(Mail, Address("ann@customer.example"), Found(found), rule);

        decision.Reason.Should().Be(reason);
        Shown(decision).Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Exclusions))]
    public void Exclusion_MailAndAddress_IsTheFirstThatApplies(string address, string special, EmailReason? reason)
    {
        var words = special.Split(' ');
        var rule = Rule with
        {
            IsOn = !words.Contains("off"),
            LogReplies = !words.Contains("no-replies"),
            CompanyExclusions = EmailExclusions.Of(
                words.Contains("own-domain-is-logged") ? "rival.example" : "rival.example own-domain"),
        };
        var mail = Mail with { IsReply = words.Contains("reply") };
        var to = Address(address.Replace("LONG", new string('a', 70), StringComparison.Ordinal));

        LogRule.Exclusion(mail, to, rule).Should().Be(reason);
        if (reason is { } why)
            LogRule.Decide(mail, to, Found("L"), rule).Should().Be(new LogDecision.DoNotLog(why));
    }

    [Fact]
    public void Decide_EveryCombination_LogsExactlyWhenTheReasonSaysSo()
    {
        string[] spaces = ["", "L", "C", "L5 M7", "L C", "Lx", "Lx C", "Lo", "Lo L", "L M C D"];
        foreach (var found in spaces)
            foreach (var logTo in Enum.GetValues<LogTo>())
                foreach (var several in Enum.GetValues<SeveralMatches>())
                    foreach (var none in Enum.GetValues<NoMatch>())
                    {
                        var rule = Rule with { LogTo = logTo, SeveralMatches = several, NoMatch = none };
                        var decision = LogRule.Decide(Mail, Address("ann@customer.example"), Found(found), rule);
                        var isLogged = decision.Reason.ToString().StartsWith("Logged", StringComparison.Ordinal);
                        (decision is not LogDecision.DoNotLog).Should().Be(isLogged);
                        if (decision is LogDecision.Log { Targets: var targets })
                            targets.Select(t => t.PersonId).Should().NotBeEmpty().And.OnlyHaveUniqueItems();
                    }
    }

    [Fact]
    public void Decide_MoreRecordsThanTheBound_LogsToTheMostRecentOfThem()
    {
        var found = Enumerable.Range(0, 60)
            .Select(i => Person($"L{i:00}", PersonKind.Lead, i, Born.AddDays(i))).ToImmutableArray();
        var rule = Rule with { SeveralMatches = SeveralMatches.All };

        var log = (LogDecision.Log)LogRule.Decide(Mail, Address("ann@customer.example"), found, rule);

        log.Targets.Should().HaveCount(LogRule.TargetsMax);
        log.Targets[0].PersonId.Should().Be("L59");
    }

    [Fact]
    public void RelatedOpportunity_SeveralOpen_IsPrimaryThenLastChangedThenSmallerId()
    {
        ContactOpportunity[] open =
        [
            new("C", "o1", false, Born.AddDays(9)), new("C", "o3", true, Born.AddDays(1)),
            new("C", "o2", true, Born.AddDays(1)), new("C", "o4", true, Born),
        ];

        LogRule.RelatedOpportunity(open).Should().Be("o2");
        LogRule.RelatedOpportunity(open[..1]).Should().Be("o1");
        LogRule.RelatedOpportunity([]).Should().BeNull();
    }

    private static readonly DateTimeOffset Born = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly MailTraits Mail = new(Address("Mara Visser <mara@halden.example>"), IsReply: false);

    private static readonly EmailSettings Rule = new(
        1, true, LogTo.Both, true, SeveralMatches.MostRecentActivity, NoMatch.DoNotLog, true,
        EmailExclusions.Of("rival.example own-domain"), EmailExclusions.Of("mum@home.example"),
        Address("emailtosalesforce@x.le.salesforce.com"), "{{activity_subject}}", "Etc/UTC");

    private static EmailAddress Address(string text) => EmailAddress.Parse(text)!;

    private static ImmutableArray<PersonMatch> Found(string notation) =>
        [.. notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static PersonMatch One(string word)
    {
        var kind = word[0] is 'L' or 'M' ? PersonKind.Lead : PersonKind.Contact;
        var born = Born.AddDays(word[0] is 'M' or 'D' ? 1 : 0);
        int? activity = word.Length > 1 && char.IsDigit(word[1]) ? word[1] - '0' : null;
        var person = Person(word[..1], kind, activity, born);
        return word[1..] switch
        {
            "x" => person with { Converted = new(Person("C", PersonKind.Contact, null, Born)) },
            "o" => person with { Converted = new(null) },
            _ => person,
        };
    }

    private static PersonMatch Person(string id, PersonKind kind, int? activity, DateTimeOffset born) => new(
        id, kind, "ann@customer.example", born, activity is { } day ? new DateOnly(2026, 11, 1).AddDays(day) : null);

    private static string Shown(LogDecision decision) => decision switch
    {
        LogDecision.Log log => string.Join(' ', log.Targets.Select(t => t.PersonId)),
        LogDecision.CreateLead => "new",
        LogDecision.LogAlone => "nobody",
        _ => "",
    };
}
