using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Runs.Reading;

/// <summary>
/// Asks whether an org reader reads for this run's connection. Its rows may stand for the run's own reading only when
/// they were read after everything this connection ever learnt by itself, its own writes above all: otherwise a row
/// from before a write would look like somebody's edit after it.
/// </summary>
internal sealed class OrgShares(RunScope scope)
{
    public async Task<SharedRows?> FindAsync(CancellationToken stop)
    {
        if (scope.Facts.Connection.Cursor.Upper is not { } upper) return null;      // the first import is one's own
        var since = upper - RunLimits.Overlap;
        var share = await scope.Services.Readings.FindShareAsync(scope.Facts.Connection, since, stop);
        if (share is null || scope.Now >= share.Reading.GoodUntil) return null;
        if (await scope.Session.ShowAsync(share, stop) is not { } rows) return null;
        return new SharedRows(share.Reading, rows, IsEnough(share.Reading, since, upper));
    }

    private bool IsEnough(OrgReading reading, DateTimeOffset since, DateTimeOffset upper) => !scope.LooksForItself
        && reading.From <= since && reading.Upper >= upper && !(reading.Upper <= scope.KnownAt);
}
