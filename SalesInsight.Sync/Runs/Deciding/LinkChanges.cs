using System.Collections.Immutable;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Deciding;

/// <summary>The small changes a link goes through; pure.</summary>
internal static class LinkChanges
{
    /// <summary>Both sides are gone: the link becomes a tombstone that still knows its base.</summary>
    public static TaskLink Retire(TaskLink link) => link with { State = LinkState.Removed, BinNoted = false };

    /// <summary>The base of a removed link: what was last seen there.</summary>
    public static TaskLink WithLastContents(TaskLink link, SalesforceContent there, Translation translation) =>
        link with
        {
            Base = link.Base with
            {
                Here = FieldMerge.TakeTheirs(link.Base, there, translation),
                There = there,
            },
        };

    /// <summary>
    /// True when the recycle bin holds edits that nobody here has seen and that were not recorded yet.
    /// </summary>
    public static bool BinDiffers(TaskLink link, Sighting sighting) =>
        sighting is Sighting.Seen { Row: { IsDeleted: true } row } && !link.BinNoted && row.Content != link.Base.There;

    /// <summary>Records what the recycle bin holds beyond the base: a deleted record still shows an edit that our
    /// delete met.</summary>
    public static TaskLink NoteBin(TaskLink link, Sighting sighting, out ImmutableArray<Conflict> losers)
    {
        losers = [];
        if (!BinDiffers(link, sighting)) return link;
        var bin = ((Sighting.Seen)sighting).Row.Content;
        losers = [.. bin.DifferingFrom(link.Base.There).Each()
            .Select(f => new Conflict(f, Side.Salesforce, bin[f], null))];
        return link with { BinNoted = true };
    }

    /// <summary>What reading the record tells the link, its base aside.</summary>
    public static TaskLink Observed(TaskLink link, Sighting sighting, DateTimeOffset now) => sighting switch
    {
        Sighting.Seen x => link with
        {
            LastModified = Views.LastModified(link, x.Row),
            Touch = x.Touch,
            // what the org reader is shown says nothing about what this user is shown
            ReadAt = x.IsOfOrg ? link.ReadAt : Grained(link.ReadAt, now),
        },
        Sighting.Missing => link with { ReadAt = Grained(link.ReadAt, now) },
        _ => link,
    };

    /// <summary>An idle cycle writes nothing: the time of reading is only noted now and then.</summary>
    private static DateTimeOffset Grained(DateTimeOffset before, DateTimeOffset now) =>
        now - before > RunLimits.ReadAtGrain ? now : before;
}
