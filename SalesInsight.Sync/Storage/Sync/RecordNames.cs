using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>
/// Fills the name cache; an id that was asked for and not shown is kept nameless, so that it is asked for once a day.
/// </summary>
internal static class RecordNames
{
    public static async Task PutNamesAsync(
        this AppDb db,
        Guid connectionId,
        IReadOnlyCollection<string> asked,
        IReadOnlyCollection<RecordName> found,
        DateTimeOffset at,
        CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var names = found.ToDictionary(n => n.Id);
        var ids = asked.Union(names.Keys).ToList();
        var known = await db.Set<RecordNameRow>()
            .Where(n => n.ConnectionId == connectionId && ids.Contains(n.RecordId))
            .ToDictionaryAsync(n => n.RecordId, stop);

        foreach (var id in ids)
        {
            var row = known.GetValueOrDefault(id)
                ?? db.Add(new RecordNameRow { ConnectionId = connectionId, RecordId = id }).Entity;
            var name = names.GetValueOrDefault(id);
            (row.ObjectType, row.Name, row.Company) = (name?.ObjectType ?? "", name?.Name ?? "", name?.Company);
            row.ReadAt = at;
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
