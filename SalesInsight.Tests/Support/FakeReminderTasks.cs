using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using ProblemCode = SalesInsight.Sync.Runs.TaskList.TaskSaveResult.ProblemCode;

namespace SalesInsight.Tests.Support;

/// <summary>
/// The task list of all users in memory, with the same promises as the real one: own rows only, nothing typed is lost,
/// disjoint edits are merged. Tests put rows in whatever state they need.
/// </summary>
internal sealed class FakeReminderTasks(TimeProvider clock, IIdSource ids, ILiveUpdates? live = null) : IReminderTasks
{
    private readonly Dictionary<Guid, Row> _rows = [];
    private readonly Dictionary<Guid, List<HistoryEntry>> _history = [];

    /// <summary>When set, every member throws it: the database is away.</summary>
    public Exception? Failure { get; set; }

    public List<KnownRecord> People { get; } = [];

    public List<KnownRecord> Records { get; } = [];

    /// <summary>What a task shows of its sync; tests that care set another.</summary>
    public Func<TaskSyncState> NewSync { get; set; } =
        () => new TaskSyncState(SyncGlyph.Off, ReasonCode.MadeWhileOff, null);

    /// <summary>How often the Command Center was read.</summary>
    public int Looks { get; private set; }

    public List<(string Act, Guid TaskId)> Asked { get; } = [];

    /// <summary>Puts a row in as it is, as if Salesforce or another page had.</summary>
    public TaskView Put(Guid userId, TaskContent content, Func<TaskView, TaskView>? shape = null, Guid? id = null)
    {
        var old = id is { } known ? _rows.GetValueOrDefault(known)?.View : null;
        var view = old is null
            ? new TaskView(
                id ?? ids.Next(), content, ReminderType.Custom, 1, null, null, null, null, clock.GetUtcNow(), NewSync(),
                null, null)
            : old with { Content = content, Version = old.Version + 1 };
        if (shape is not null) view = shape(view);
        _rows[view.Id] = new Row(userId, view, _rows.GetValueOrDefault(view.Id)?.Order ?? _rows.Count, false);
        return view;
    }

    /// <summary>Takes a row away, as a deletion in Salesforce does.</summary>
    public void Remove(Guid taskId) => _rows.Remove(taskId);

    public void Tell(Guid userId, LiveChange change = LiveChange.Tasks) => live?.Tell(userId, change);

    public void Happened(Guid taskId, HistoryEntry entry) => HistoryOf(taskId).Insert(0, entry);

    public Task<DueTasks> ListDueAsync(Guid userId, DateOnly today, CancellationToken stop)
    {
        Looks++;
        var open = Of(userId).Where(IsOpen).OrderBy(t => t.Content.DueDate).ToList();
        var overdue = open.Where(t => t.Content.DueDate < today).ToList();
        var later = open.Where(t => t.Content.DueDate > today.AddDays(1)).ToList();
        return Task.FromResult(new DueTasks(
            On(today), On(today.AddDays(1)), overdue.Count, overdue.FirstOrDefault(), later.Count,
            open.Count(t => t.Content.DueDate is null), later.FirstOrDefault()));

        List<TaskView> On(DateOnly day) =>
        [
            .. Of(userId).Where(t => t.Content.DueDate == day)
                .OrderBy(t => t.Content.Status).ThenByDescending(t => t.Content.Priority),
        ];
    }

    public Task<TaskPage> ListAsync(
        Guid userId, TaskFilter filter, string? search, DateOnly today, int skip, int take, CancellationToken stop)
    {
        var found = Of(userId)
            .Where(t => Matches(t, filter, today))
            .Where(t => search is null || $"{t.Content.Subject}\n{t.PersonName}\n{t.Content.Details}"
                .Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(t => t.Content.DueDate is null).ThenBy(t => t.Content.DueDate)
            .ToList();
        return Task.FromResult(new TaskPage([.. found.Skip(skip).Take(Math.Min(take, 200))], found.Count));
    }

    public Task<TaskView?> FindAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        Task.FromResult(Of(userId).FirstOrDefault(t => t.Id == taskId));

    public Task<TaskSaveResult> AddAsync(
        Guid userId, TaskContent content, ReminderType type, CancellationToken stop, Guid? id = null)
    {
        Fail();
        var tidy = TaskChecks.Tidy(content);
        if (TaskChecks.Check(tidy, FieldSet.All) is { Count: > 0 } problems)
            return Answer(new TaskSaveResult.Refused(problems));
        if (id is { } known && _rows.TryGetValue(known, out var row))
            return Answer(row.UserId == userId && !row.IsDeleted
                ? new TaskSaveResult.Saved(row.View)
                : new TaskSaveResult.Gone());
        var view = Put(userId, tidy, task => Named(task with { Type = type }), id);
        return Answer(new TaskSaveResult.Saved(view), userId);
    }

    public Task<TaskSaveResult> EditAsync(
        Guid userId, TaskView seen, TaskContent content, ReminderType type, CancellationToken stop)
    {
        if (Of(userId).FirstOrDefault(t => t.Id == seen.Id) is not { } now) return Answer(new TaskSaveResult.Gone());
        var edit = TaskEdit.Of(seen.Content, TaskChecks.Tidy(content, seen.Content), now.Content);
        if (now.Sync.IsReadOnly && !edit.Changed.IsEmpty)
            return Answer(new TaskSaveResult.Refused(
                [.. edit.Changed.Each().Select(field => new TaskSaveResult.Problem(field, ProblemCode.ReadOnly))]));
        if (TaskChecks.Check(edit.Wanted, edit.Changed) is { Count: > 0 } problems)
            return Answer(new TaskSaveResult.Refused(problems));
        return edit.Clashing.IsEmpty
            ? Answer(Save(userId, now with { Content = edit.Wanted, Type = type }), userId)
            : Answer(new TaskSaveResult.Stale(now, [.. edit.Clashing.Each()]));
    }

    public Task<TaskSaveResult> SetStatusAsync(
        Guid userId, Guid taskId, ReminderStatus status, CancellationToken stop) =>
        ChangeAsync(userId, taskId, "status", task => task with { Content = task.Content with { Status = status } });

    public Task<TaskSaveResult> DeleteAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        MarkAsync(userId, taskId, "delete", isDeleted: true);

    public Task<TaskSaveResult> RestoreAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        MarkAsync(userId, taskId, "restore", isDeleted: false);

    public Task<IReadOnlyDictionary<Guid, DateOnly>> MoveOverdueAsync(
        Guid userId, DateOnly today, CancellationToken stop)
    {
        var overdue = Of(userId).Where(t => IsOpen(t) && t.Content.DueDate < today).ToList();
        foreach (var task in overdue) Save(userId, task with { Content = task.Content with { DueDate = today } });
        Tell(userId);
        return Task.FromResult<IReadOnlyDictionary<Guid, DateOnly>>(
            overdue.ToDictionary(t => t.Id, t => t.Content.DueDate!.Value));
    }

    public Task<TaskSaveResult> SendByHandAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, "send", Sending);

    public Task<TaskSaveResult> RetryAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, "retry", Sending);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid userId, Guid taskId, CancellationToken stop)
    {
        Fail();
        return Task.FromResult<IReadOnlyList<HistoryEntry>>(
            _rows.GetValueOrDefault(taskId)?.UserId == userId ? [.. HistoryOf(taskId).Take(100)] : []);
    }

    public Task<IReadOnlyList<KnownRecord>> FindRecordsAsync(
        Guid userId, string typed, bool people, int take, CancellationToken stop)
    {
        Fail();
        return Task.FromResult<IReadOnlyList<KnownRecord>>(
        [
            .. (people ? People : Records)
                .Where(r => r.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(take),
        ]);
    }

    private static TaskView Sending(TaskView task) =>
        task with { Sync = task.Sync with { Glyph = SyncGlyph.Sending, Reason = ReasonCode.EditedHere } };

    private static bool IsOpen(TaskView task) => task.Content.Status is ReminderStatus.Open;

    private static bool Matches(TaskView task, TaskFilter filter, DateOnly today) => filter switch
    {
        TaskFilter.Open => IsOpen(task),
        TaskFilter.Overdue => IsOpen(task) && task.Content.DueDate < today,
        TaskFilter.Later => IsOpen(task) && task.Content.DueDate > today.AddDays(1),
        TaskFilter.NoDate => IsOpen(task) && task.Content.DueDate is null,
        TaskFilter.Completed => !IsOpen(task),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<TaskView> Of(Guid userId)
    {
        Fail();
        return _rows.Values.Where(r => r.UserId == userId && !r.IsDeleted).OrderBy(r => r.Order).Select(r => r.View);
    }

    private Task<TaskSaveResult> ChangeAsync(Guid userId, Guid taskId, string act, Func<TaskView, TaskView> change)
    {
        Asked.Add((act, taskId));
        return Of(userId).FirstOrDefault(t => t.Id == taskId) is { } task
            ? Answer(Save(userId, change(task)), userId)
            : Answer(new TaskSaveResult.Gone());
    }

    private Task<TaskSaveResult> MarkAsync(Guid userId, Guid taskId, string act, bool isDeleted)
    {
        Fail();
        Asked.Add((act, taskId));
        if (_rows.GetValueOrDefault(taskId) is not { } row || row.UserId != userId || row.IsDeleted == isDeleted)
            return Answer(new TaskSaveResult.Gone());
        _rows[taskId] = row with { IsDeleted = isDeleted };
        return Answer(new TaskSaveResult.Saved(row.View), userId);
    }

    private TaskSaveResult Save(Guid userId, TaskView task)
    {
        Fail();
        var named = Named(task with { Version = task.Version + 1 });
        _rows[task.Id] = _rows[task.Id] with { View = named };
        return new TaskSaveResult.Saved(named);
    }

    private TaskView Named(TaskView task)
    {
        var person = People.FirstOrDefault(p => p.Id == task.Content.PersonId);
        var related = Records.FirstOrDefault(r => r.Id == task.Content.RelatedId);
        return task with
        {
            PersonName = person?.Name ?? task.PersonName,
            PersonCompany = person?.Company ?? task.PersonCompany,
            RelatedName = related?.Name ?? task.RelatedName,
            RelatedType = related?.ObjectType ?? task.RelatedType,
        };
    }

    private Task<TaskSaveResult> Answer(TaskSaveResult result, Guid? tell = null)
    {
        if (tell is { } userId) Tell(userId);
        return Task.FromResult(result);
    }

    private List<HistoryEntry> HistoryOf(Guid taskId) =>
        _history.TryGetValue(taskId, out var entries) ? entries : _history[taskId] = [];

    private void Fail()
    {
        if (Failure is not null) throw Failure;
    }

    private sealed record Row(Guid UserId, TaskView View, int Order, bool IsDeleted);
}
