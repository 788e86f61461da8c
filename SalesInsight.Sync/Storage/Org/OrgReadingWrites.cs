using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Org;

/// <summary>The parts of storing a reading; an idle organization writes one row.</summary>
internal static class OrgReadingWrites
{
    /// <returns>Records that were not there, or not like this.</returns>
    public static async Task<ImmutableHashSet<string>> ReplaceOrgTasksAsync(
        this AppDb db, string organizationId, IReadOnlyCollection<OrgRow> rows, CancellationToken stop)
    {
        var known = await db.Set<OrgTaskRow>().AsNoTracking().Where(r => r.OrganizationId == organizationId)
            .ToDictionaryAsync(r => r.RecordId, r => r.Fields, stop);
        var wanted = rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var gone = known.Keys.Where(id => !wanted.Contains(id)).ToList();
        if (gone.Count > 0)
            await db.Set<OrgTaskRow>().Where(r => r.OrganizationId == organizationId && gone.Contains(r.RecordId))
                .ExecuteDeleteAsync(stop);

        var news = rows.Where(r => known.GetValueOrDefault(r.Id) != r.Fields).ToList();
        db.UpdateRange(news.Where(r => known.ContainsKey(r.Id)).Select(r => OrgTaskRow.From(organizationId, r)));
        db.AddRange(news.Where(r => !known.ContainsKey(r.Id)).Select(r => OrgTaskRow.From(organizationId, r)));
        return [.. news.Select(r => r.Id)];
    }

    public static async Task ReplaceCoveredAsync(
        this AppDb db, string organizationId, IReadOnlyCollection<Guid> connectionIds, CancellationToken stop)
    {
        var known = await db.Set<OrgCoveredRow>().Where(c => c.OrganizationId == organizationId).ToListAsync(stop);
        db.RemoveRange(known.Where(c => !connectionIds.Contains(c.ConnectionId)));
        db.AddRange(connectionIds.Except(known.Select(c => c.ConnectionId))
            .Select(id => new OrgCoveredRow { ConnectionId = id, OrganizationId = organizationId }));
    }

    public static async Task PutReadingAsync(this AppDb db, OrgReading reading, CancellationToken stop)
    {
        var row = OrgReadingRow.Of(reading);
        if (await db.Set<OrgReadingRow>().AnyAsync(r => r.OrganizationId == reading.OrganizationId, stop))
            db.Update(row);
        else db.Add(row);
    }

    public static async Task DropReadingAsync(this AppDb db, string organizationId, CancellationToken stop)
    {
        await db.Set<OrgReadingRow>().Where(r => r.OrganizationId == organizationId).ExecuteDeleteAsync(stop);
        await db.Set<OrgCoveredRow>().Where(r => r.OrganizationId == organizationId).ExecuteDeleteAsync(stop);
        await db.Set<OrgTaskRow>().Where(r => r.OrganizationId == organizationId).ExecuteDeleteAsync(stop);
    }
}
