using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Org;

/// <summary>Readings of organizations in the database.</summary>
internal sealed class OrgReadings(IDbContextFactory<AppDb> databases) : IOrgReadings
{
    private static readonly PreparedQuery<
        Func<AppDb, Guid, string, string, DateTimeOffset, IAsyncEnumerable<ReadRow>>> Share = new(() =>
        EF.CompileAsyncQuery((
            AppDb db, Guid connectionId, string organizationId, string salesforceUserId, DateTimeOffset since) =>
            from reading in db.Set<OrgReadingRow>().AsNoTracking()
            where reading.OrganizationId == organizationId
                && db.Set<OrgCoveredRow>().Any(c => c.ConnectionId == connectionId)
                && db.Set<ConnectionRow>().Any(c => c.Id == reading.ReaderId && c.Status == ConnectionStatus.Connected)
            join row in db.Set<OrgTaskRow>().Where(r => r.SystemModstamp >= since
                    && (r.OwnerId == salesforceUserId
                        || db.Set<LinkIdRow>().Any(l => l.ConnectionId == connectionId
                            && l.SalesforceId == r.RecordId)))
                on reading.OrganizationId equals row.OrganizationId into rows
            from row in rows.DefaultIfEmpty()
            orderby row.SystemModstamp, row.RecordId
            select new ReadRow(reading, row)));

    public async Task<OrgShare?> FindShareAsync(
        SyncConnection connection, DateTimeOffset since, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        // one question, so that rows and reading belong together
        var found = await Share.In(db)(
            db, connection.Id, connection.OrganizationId, connection.SalesforceUserId, since).ToListAsync(stop);
        return found.Count == 0
            ? null
            : new OrgShare(
                found[0].Reading.ToReading(), [.. found.Where(f => f.Row is not null).Select(f => f.Row!.ToRow())]);
    }

    public async Task<ImmutableArray<OrgReader>> ListReadersAsync(CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return [.. (await db.FindReadersAsync(null, stop)).Where(r => r.IsAlive)];
    }

    public async Task<OrgReader?> FindReaderAsync(Guid readerId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return (await db.FindReadersAsync(readerId, stop)).SingleOrDefault();
    }

    public async Task<ImmutableArray<OrgRep>> ListRepsAsync(string organizationId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.ListOrgRepsAsync(organizationId, stop);
    }

    public async Task<ILookup<string, Guid>> FindLinkedAsync(
        IReadOnlyCollection<Guid> connectionIds, IReadOnlyCollection<string> salesforceIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var links = await db.Set<LinkIdRow>().AsNoTracking()
            .Where(l => salesforceIds.Contains(l.SalesforceId) && connectionIds.Contains(l.ConnectionId))
            .Select(l => new { l.SalesforceId, l.ConnectionId }).ToListAsync(stop);
        return links.ToLookup(l => l.SalesforceId, l => l.ConnectionId);
    }

    public async Task<ImmutableHashSet<string>> PutAsync(
        RunLease lease, OrgReading reading, IReadOnlyCollection<OrgRow> rows, IReadOnlyCollection<Guid> connectionIds,
        CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunLeases.DemandAsync(db, lease, stop);
        var news = await db.ReplaceOrgTasksAsync(reading.OrganizationId, rows, stop);
        await db.ReplaceCoveredAsync(reading.OrganizationId, connectionIds, stop);
        await db.PutReadingAsync(reading, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return news;
    }

    public async Task<OrgReaderHealth> ReadHealthAsync(Guid readerId, DateTimeOffset since, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var ended = db.Set<SyncRunRow>().AsNoTracking().Where(r => r.ConnectionId == readerId && r.EndedAt != null);
        var last = await ended.OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(stop);
        return new OrgReaderHealth(
            await ended.Where(r => r.Outcome == RunOutcome.Done).OrderByDescending(r => r.StartedAt)
                .Select(r => r.EndedAt).FirstOrDefaultAsync(stop),
            last?.ToRun(),
            await ended.Where(r => r.StartedAt >= since).SumAsync(r => r.ApiCalls, stop));
    }

    public async Task DropAsync(string organizationId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.DropReadingAsync(organizationId, stop);
    }

    private sealed record ReadRow(OrgReadingRow Reading, OrgTaskRow? Row);
}
