using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Deciding;

/// <summary>Which records show the date of a logged mail, and when theirs is to be moved. Pure.</summary>
internal static class RollUpRule
{
    /// <summary>The records of one logged mail, by the id they are asked for with.</summary>
    public static IEnumerable<(RollUpKind Kind, string Id)> Of(LogEntry entry, RollUps wanted)
    {
        // key prefixes of Lead and Contact (facts 4.4)
        if (entry.PersonId is { } lead && lead.StartsWith("00Q", StringComparison.Ordinal)
            && wanted.HasFlag(RollUps.Lead)) yield return (RollUpKind.Lead, lead);
        if (entry.PersonId is { } contact && contact.StartsWith("003", StringComparison.Ordinal))
        {
            if (wanted.HasFlag(RollUps.Contact)) yield return (RollUpKind.Contact, contact);
            if (wanted.HasFlag(RollUps.Account)) yield return (RollUpKind.Account, contact);
        }

        if (entry.OpportunityId is { } opportunity && wanted.HasFlag(RollUps.Opportunity))
            yield return (RollUpKind.Opportunity, opportunity);
    }

    /// <summary>Each record once, with the newest date of its mails; a date only ever moves forward.</summary>
    public static IEnumerable<RollUpChange> Changes(
        IReadOnlyCollection<LogEntry> entries, IEnumerable<RollUpRow> rows, RollUps wanted)
    {
        var dates = entries.SelectMany(e => Of(e, wanted), (e, asked) => (asked, e.Date))
            .GroupBy(e => e.asked, e => e.Date).ToDictionary(g => g.Key, g => g.Max());
        return rows.GroupBy(r => (r.Kind, r.Id))
            .Select(r => (Row: r.First(), Date: r.Max(one => dates[(one.Kind, one.AskedId)])))
            .Where(r => r.Row.Last is not { } last || last < r.Date)
            .OrderBy(r => r.Row.Kind).ThenBy(r => r.Row.Id, StringComparer.Ordinal)
            .Select(r => new RollUpChange(r.Row.Kind, r.Row.Id, r.Date));
    }
}
