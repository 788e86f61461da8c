using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Org;

/// <summary>Who reads for an organization, and for whom.</summary>
internal static class OrgReps
{
    private static readonly PreparedQuery<Func<AppDb, Guid?, IAsyncEnumerable<Found>>> Readers = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid? id) =>
            from connection in db.Set<ConnectionRow>().AsNoTracking()
            where connection.IsOrgReader && (id == null || connection.Id == id)
            join reading in db.Set<OrgReadingRow>() on connection.OrganizationId equals reading.OrganizationId
                into readings
            from reading in readings.DefaultIfEmpty()
            orderby connection.Id
            select new Found(
                connection.Id, connection.UserId, connection.OrganizationId, connection.Status, reading)));

    /// <param name="id">Which; all when null.</param>
    public static async Task<List<OrgReader>> FindReadersAsync(this AppDb db, Guid? id, CancellationToken stop)
    {
        var found = await Readers.In(db)(db, id).ToListAsync(stop);
        return [.. found.Select(f => new OrgReader(
            f.Id,
            f.UserId,
            f.OrganizationId,
            f.Status == ConnectionStatus.Connected,
            f.Reading?.ToReading()))];
    }

    public static async Task<ImmutableArray<OrgRep>> ListOrgRepsAsync(
        this AppDb db, string organizationId, CancellationToken stop)
    {
        var connections = await db.Set<ConnectionRow>().AsNoTracking()
            .Where(SyncConnections.IsAlive).Where(c => c.OrganizationId == organizationId)
            .Join(db.Users.Where(u => !u.IsDeactivated), c => c.UserId, u => u.Id, (c, u) => c)
            .OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.UserId, c.SalesforceUserId }).ToListAsync(stop);
        var settings = await db.SnapshotsAsync([.. connections.Select(c => c.UserId)], stop);
        return [.. connections
            .Select(c => (Connection: c, Settings: settings[c.UserId]))
            .Where(c => c.Settings is { Mode: not TaskSyncMode.Off, IsPaused: false })
            .Select(c => new OrgRep(c.Connection.Id, c.Connection.SalesforceUserId, c.Settings.Interval))];
    }

    private sealed record Found(
        Guid Id, Guid UserId, string OrganizationId, ConnectionStatus Status, OrgReadingRow? Reading);
}
