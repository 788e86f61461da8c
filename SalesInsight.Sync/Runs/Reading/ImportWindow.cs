using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>Which stretch of SystemModstamp is read; pure.</summary>
internal static class ImportWindow
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Closed: the upper bound leaves out the second that is not over on Salesforce's clock.</summary>
    /// <param name="cursor">Null on the first run: then the setting says how far back.</param>
    public static StampWindow Of(DateTimeOffset? cursor, FirstImport import, DateTimeOffset serverNow)
    {
        var upper = new DateTimeOffset(serverNow.Ticks - serverNow.Ticks % Second.Ticks, serverNow.Offset);
        if (cursor is { } from) return new StampWindow(from - RunLimits.Overlap, upper);
        return import switch
        {
            FirstImport.AllOpen => AllOpen(upper),
            FirstImport.Last7Days => Since(upper, TimeSpan.FromDays(7)),
            FirstImport.Last30Days => Since(upper, TimeSpan.FromDays(30)),
            _ => Since(upper, TimeSpan.FromHours(24)),
        };
    }

    public static StampWindow AllOpen(DateTimeOffset upper) => new(DateTimeOffset.UnixEpoch, upper, OpenOnly: true);

    private static StampWindow Since(DateTimeOffset upper, TimeSpan age) =>
        new(upper - age, upper, ModifiedSince: upper - age);
}
