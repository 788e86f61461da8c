using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Rows of one table to insert, replace or remove at commit; the last word on a task counts.</summary>
internal sealed class PendingRows<TRow> where TRow : TaskKeyedRow
{
    private static readonly PreparedQuery<Func<AppDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<Guid>>> Known =
        new(() => EF.CompileAsyncQuery((AppDb db, IReadOnlyCollection<Guid> taskIds) =>
            db.Set<TRow>().Where(r => taskIds.Contains(r.TaskId)).Select(r => r.TaskId)));

    private readonly Dictionary<Guid, TRow> _puts = [];
    private readonly HashSet<Guid> _clears = [];

    public bool Any => _puts.Count + _clears.Count > 0;

    public IReadOnlyCollection<TRow> Rows => _puts.Values;

    public void Put(TRow row)
    {
        _clears.Remove(row.TaskId);
        _puts[row.TaskId] = row;
    }

    public void Clear(Guid taskId)
    {
        _puts.Remove(taskId);
        _clears.Add(taskId);
    }

    public async Task WriteAsync(AppDb db, CancellationToken stop)
    {
        if (_clears.Count > 0)
            await db.Set<TRow>().Where(r => _clears.Contains(r.TaskId)).ExecuteDeleteAsync(stop);
        if (_puts.Count == 0) return;

        var known = await Known.In(db)(db, _puts.Keys).ToHashSetAsync(cancellationToken: stop);
        db.UpdateRange(_puts.Values.Where(r => known.Contains(r.TaskId)));
        db.AddRange(_puts.Values.Where(r => !known.Contains(r.TaskId)));
    }
}
