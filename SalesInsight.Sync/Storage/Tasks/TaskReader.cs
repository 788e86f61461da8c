using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>The reading half of <see cref="IReminderTasks"/>.</summary>
internal sealed class TaskReader(IDbContextFactory<AppDb> databases)
{
    private const int PageMax = 200;
    private const int DayMax = 1_000;
    private const int HistoryMax = 100;
    private const int RecordsMax = 50;

    private static readonly string[] PeopleTypes = ["Lead", "Contact"];

    public async Task<DueTasks> ListDueAsync(Guid userId, DateOnly today, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var views = new TaskViews(db, await UserFacts.LoadAsync(db, userId, stop));
        var tasks = db.Of(userId);
        var overdue = tasks.Matching(TaskFilter.Overdue, today);
        var later = tasks.Matching(TaskFilter.Later, today);
        return new DueTasks(
            await views.LoadAsync(await tasks.DueOn(today).Take(DayMax).ToListAsync(stop), stop),
            await views.LoadAsync(await tasks.DueOn(today.AddDays(1)).Take(DayMax).ToListAsync(stop), stop),
            await overdue.CountAsync(stop),
            await FirstAsync(overdue, views, stop),
            await later.CountAsync(stop),
            await tasks.Matching(TaskFilter.NoDate, today).CountAsync(stop),
            await FirstAsync(later, views, stop));
    }

    public async Task<TaskPage> ListAsync(
        Guid userId, TaskFilter filter, string? search, DateOnly today, int skip, int take, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var user = await UserFacts.LoadAsync(db, userId, stop);
        var found = db.Of(userId).Matching(filter, today).Mentioning(db, search, user.ConnectionId);
        var page = await found.Sorted(filter).Skip(Math.Max(skip, 0)).Take(Math.Clamp(take, 0, PageMax))
            .ToListAsync(stop);
        return new TaskPage(await new TaskViews(db, user).LoadAsync(page, stop), await found.CountAsync(stop));
    }

    public async Task<TaskView?> FindAsync(Guid userId, Guid taskId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        if (!await db.Of(userId).AnyAsync(t => t.TaskId == taskId, stop)) return null;
        return await new TaskViews(db, await UserFacts.LoadAsync(db, userId, stop)).LoadAsync(taskId, stop);
    }

    /// <summary>Deleted tasks have a history too: it is from there that they are restored.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid userId, Guid taskId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        if (!await db.Set<ReminderTaskRow>().AnyAsync(t => t.TaskId == taskId && t.UserId == userId, stop)) return [];
        var rows = await db.Set<DecisionRecordRow>().AsNoTracking().Include(r => r.Content)
            .Where(r => r.TaskId == taskId).OrderByDescending(r => r.Number).Take(HistoryMax).ToListAsync(stop);
        return [.. rows.Select(r => Entry(r.ToRecord()))];
    }

    public async Task<IReadOnlyList<KnownRecord>> FindRecordsAsync(
        Guid userId, string typed, bool people, int take, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var connectionId = (await UserFacts.LoadAsync(db, userId, stop)).ConnectionId;
        var pattern = $"%{TaskQueries.Escape(typed.Trim())}%";
        return await db.Set<RecordNameRow>().AsNoTracking()
            .Where(n => n.ConnectionId == connectionId && n.Name != "")
            .Where(n => PeopleTypes.Contains(n.ObjectType) == people)
            .Where(n => EF.Functions.Like(n.Name, pattern, "\\") || EF.Functions.Like(n.Company, pattern, "\\"))
            .OrderBy(n => n.Name).ThenBy(n => n.RecordId).Take(Math.Clamp(take, 0, RecordsMax))
            .Select(n => new KnownRecord(n.RecordId, n.ObjectType, n.Name, n.Company))
            .ToListAsync(stop);
    }

    private static async Task<TaskView?> FirstAsync(
        IQueryable<ReminderTaskRow> tasks, TaskViews views, CancellationToken stop)
    {
        var ids = await tasks.Sorted(TaskFilter.Open).Take(1).ToListAsync(stop);
        return (await views.LoadAsync(ids, stop)).SingleOrDefault();
    }

    private static HistoryEntry Entry(DecisionRecord record)
    {
        var changedSide = record.Outcome == DecisionOutcome.SentOut ? Side.Salesforce : Side.Local;
        return new HistoryEntry(
            record.Id,
            record.At,
            record.Outcome,
            record.Reason,
            record.ErrorCode,
            record.Content?.Message,
            [.. (record.Content?.Changes ?? [])
                .Select(c => new HistoryEntry.Value(c.Field, changedSide, c.From, c.To))],
            [.. (record.Content?.Losers ?? [])
                .Select(l => new HistoryEntry.Value(l.Field, l.LosingSide, l.Losing, l.Winning))]);
    }
}
