using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>Which stretch of SystemModstamp is read; pure.</summary>
internal static class ImportWindow
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Closed: the upper bound leaves out the second that is not over on Salesforce's clock.</summary>
    /// <param name="cursor">Null on the first run: then the setting says how far back.</param>
    /// <param name="onSince">When the sync was turned on: a first run that comes late misses nothing since.</param>
    public static StampWindow Of(
        DateTimeOffset? cursor, FirstImport import, DateTimeOffset serverNow, DateTimeOffset? onSince = null)
    {
        var upper = WholeSecond(serverNow);
        if (cursor is { } from) return new StampWindow(from - RunLimits.Overlap, upper);
        var start = onSince < upper ? WholeSecond(onSince.Value) : upper;
        return import switch
        {
            FirstImport.AllOpen => AllOpen(upper),
            FirstImport.Last7Days => Since(upper, start, TimeSpan.FromDays(7)),
            FirstImport.Last30Days => Since(upper, start, TimeSpan.FromDays(30)),
            _ => Since(upper, start, TimeSpan.FromHours(24)),
        };
    }

    /// <summary>What an org reader reads: on from its last reading, and so far back that a connection that is somewhat
    /// behind finds all it missed.</summary>
    /// <param name="lastUpper">Where its last reading ended; null before the first.</param>
    public static StampWindow OfOrg(DateTimeOffset? lastUpper, DateTimeOffset serverNow)
    {
        var upper = WholeSecond(serverNow);
        var isInReach = lastUpper <= upper && upper - lastUpper < RunLimits.OrgGapMax;
        var on = isInReach ? lastUpper!.Value : upper;
        return new StampWindow(on - RunLimits.Overlap - RunLimits.OrgSlack, upper);
    }

    public static StampWindow AllOpen(DateTimeOffset upper) => new(DateTimeOffset.UnixEpoch, upper, OpenOnly: true);

    private static StampWindow Since(DateTimeOffset upper, DateTimeOffset start, TimeSpan age) =>
        new(start - age, upper, ModifiedSince: start - age);

    public static DateTimeOffset WholeSecond(DateTimeOffset at) => new(at.Ticks - at.Ticks % Second.Ticks, at.Offset);
}
