using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>What the pill, the banners and the settings page count.</summary>
internal static class Standings
{
    private static readonly SyncStanding NotConnected = new(null, false, null, null, 0, 0, 0);

    public static async Task<SyncStanding> ReadStandingAsync(this AppDb db, Guid userId, CancellationToken stop)
    {
        var connection = await db.Set<ConnectionRow>().Where(c => c.UserId == userId && c.IsCurrent)
            .Select(c => new { c.Id, c.Status }).SingleOrDefaultAsync(stop);
        if (connection is null) return NotConnected;

        var id = connection.Id;
        var cursor = await db.Set<SyncCursorRow>().AsNoTracking().SingleOrDefaultAsync(c => c.ConnectionId == id, stop);
        var lastRun = await db.Set<SyncRunRow>().AsNoTracking()
            .Where(r => r.ConnectionId == id && r.EndedAt != null)
            .OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(stop);
        return new SyncStanding(
            connection.Status == ConnectionStatus.NotConnected ? null : id,
            connection.Status == ConnectionStatus.NeedsReconnect,
            cursor?.ToCursor(),
            lastRun?.ToRun(),
            await db.Waiting(id).CountAsync(stop),
            await db.Set<ParkingRow>().CountAsync(p => p.ConnectionId == id, stop),
            await db.Set<HeldDeletionRow>().CountAsync(h => h.ConnectionId == id && h.Approved == null, stop),
            await db.ReadForAtAsync(id, stop));
    }

    private static Task<DateTimeOffset?> ReadForAtAsync(this AppDb db, Guid connectionId, CancellationToken stop) => (
        from covered in db.Set<OrgCoveredRow>()
        where covered.ConnectionId == connectionId
        join reading in db.Set<OrgReadingRow>() on covered.OrganizationId equals reading.OrganizationId
        where db.Set<ConnectionRow>().Any(c => c.Id == reading.ReaderId && c.Status == ConnectionStatus.Connected)
        select (DateTimeOffset?)reading.At).SingleOrDefaultAsync(stop);
}
