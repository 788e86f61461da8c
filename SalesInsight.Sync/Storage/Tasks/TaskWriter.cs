using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>
/// One write transaction over one user's tasks: reads what stands, lets a change be decided on it, writes. Disposed
/// without a commit: nothing is written.
/// </summary>
internal sealed class TaskWriter : IAsyncDisposable
{
    private readonly AppDb _db;
    private readonly Guid _userId;

    private TaskWriter(AppDb db, Guid userId, UserFacts user) => (_db, _userId, User) = (db, userId, user);

    public UserFacts User { get; }

    public static async Task<TaskWriter> BeginAsync(
        IDbContextFactory<AppDb> databases, Guid userId, CancellationToken stop)
    {
        var db = databases.CreateDbContext();
        try
        {
            await db.Database.BeginTransactionAsync(stop);
            return new TaskWriter(db, userId, await UserFacts.LoadAsync(db, userId, stop));
        }
        catch
        {
            // whoever asked may be gone by now; the write lock must not outlive them
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>True when a task of this id was ever added, whoever's it is.</summary>
    public Task<bool> IsUsedAsync(Guid taskId, CancellationToken stop) =>
        _db.Set<ReminderTaskRow>().AnyAsync(t => t.TaskId == taskId, stop);

    /// <summary>Null when it is not this user's.</summary>
    public async Task<StagedTask?> FindAsync(Guid taskId, CancellationToken stop)
    {
        var staged = (await _db.LoadStagedAsync([taskId], stop)).GetValueOrDefault(taskId);
        return staged?.Task.UserId == _userId ? staged : null;
    }

    public async Task<IReadOnlyList<StagedTask>> FindOverdueAsync(DateOnly today, CancellationToken stop)
    {
        var overdue = _db.Of(_userId).Matching(TaskFilter.Overdue, today).Sorted(TaskFilter.Overdue);
        return await _db.LoadInOrderAsync(await overdue.ToListAsync(stop), stop);
    }

    public void Add(ReminderTask task) => _db.Add(ReminderTaskRow.From(task));

    public void Update(ReminderTask task) => _db.Update(ReminderTaskRow.From(task));

    public Task ClearParkingAsync(Guid taskId, CancellationToken stop) =>
        _db.Set<ParkingRow>().Where(p => p.TaskId == taskId).ExecuteDeleteAsync(stop);

    public async Task CommitAsync(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        await _db.Database.CommitTransactionAsync(stop);
    }

    public async Task<TaskView> ViewAsync(Guid taskId, CancellationToken stop)
    {
        _db.ChangeTracker.Clear();
        return await new TaskViews(_db, User).LoadAsync(taskId, stop);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
