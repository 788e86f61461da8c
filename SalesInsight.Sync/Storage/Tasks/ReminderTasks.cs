using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>A user's own tasks in the database. Rights: every row is looked up together with its user's id.</summary>
internal sealed class ReminderTasks(
    IDbContextFactory<AppDb> databases, IIdSource ids, TimeProvider time, ILiveUpdates live, ISyncControl runs)
    : IReminderTasks
{
    private readonly TaskReader _reader = new(databases);

    public Task<DueTasks> ListDueAsync(Guid userId, DateOnly today, CancellationToken stop) =>
        _reader.ListDueAsync(userId, today, stop);

    public Task<TaskPage> ListAsync(
        Guid userId, TaskFilter filter, string? search, DateOnly today, int skip, int take, CancellationToken stop) =>
        _reader.ListAsync(userId, filter, search, today, skip, take, stop);

    public Task<TaskView?> FindAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        _reader.FindAsync(userId, taskId, stop);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        _reader.HistoryAsync(userId, taskId, stop);

    public Task<IReadOnlyList<KnownRecord>> FindRecordsAsync(
        Guid userId, string typed, bool people, int take, CancellationToken stop) =>
        _reader.FindRecordsAsync(userId, typed, people, take, stop);

    public async Task<TaskSaveResult> AddAsync(
        Guid userId, TaskContent content, ReminderType type, CancellationToken stop, Guid? id = null)
    {
        var tidy = TaskChecks.Tidy(content);
        if (TaskChecks.Check(tidy, FieldSet.All) is { Count: > 0 } problems)
            return new TaskSaveResult.Refused(problems);

        await using var writer = await TaskWriter.BeginAsync(databases, userId, stop);
        if (id is { } known && await writer.IsUsedAsync(known, stop)) return await AddedAsync(writer, known, stop);
        var now = time.GetUtcNow();
        var task = new ReminderTask(
            id ?? ids.Next(), userId, tidy, type, Version: 1, EditTimes.None.With(FieldSet.All, now), now,
            writer.User.OutboundConnectionId);
        writer.Add(task);
        return await SaveAsync(writer, task, stop);
    }

    public Task<TaskSaveResult> EditAsync(
        Guid userId, TaskView seen, TaskContent content, ReminderType type, CancellationToken stop) =>
        ChangeAsync(userId, seen.Id, stop, async (writer, staged) =>
        {
            var edit = TaskEdit.Of(
                seen.Content, TaskChecks.Tidy(content, seen.Content), staged.Task.Content);
            if (Refuse(staged, edit, writer.User) is { } refused) return refused;
            if (!edit.Clashing.IsEmpty)
                return new TaskSaveResult.Stale(
                    await writer.ViewAsync(seen.Id, stop), [.. edit.Clashing.Each()]);

            return await SaveEditAsync(writer, staged.Task with { Type = type }, edit, stop);
        });

    public Task<TaskSaveResult> SetStatusAsync(
        Guid userId, Guid taskId, ReminderStatus status, CancellationToken stop) =>
        ChangeAsync(userId, taskId, stop, async (writer, staged) =>
        {
            var now = staged.Task.Content;
            var edit = TaskEdit.Of(now, now with { Status = status }, now);
            return Refuse(staged, edit, writer.User) ?? await SaveEditAsync(writer, staged.Task, edit, stop);
        });

    public Task<TaskSaveResult> DeleteAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, stop, (writer, staged) => SaveNextAsync(
            writer, staged.Task with { DeletedAt = time.GetUtcNow(), DeletedByUser = true }, stop));

    public Task<TaskSaveResult> RestoreAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, stop, isDeleted: true, change: (writer, staged) => SaveNextAsync(
            writer, staged.Task with { DeletedAt = null, DeletedByUser = false }, stop));

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> MoveOverdueAsync(
        Guid userId, DateOnly today, CancellationToken stop)
    {
        await using var writer = await TaskWriter.BeginAsync(databases, userId, stop);
        var now = time.GetUtcNow();
        Dictionary<Guid, DateOnly> moved = [];
        foreach (var staged in await writer.FindOverdueAsync(today, stop))
        {
            if (TaskSyncStates.IsReadOnly(staged.Link, writer.User.SyncFacts)) continue;
            moved.Add(staged.Task.Id, staged.Task.Content.DueDate!.Value);
            var content = staged.Task.Content with { DueDate = today };
            writer.Update(Edited(staged.Task, content, FieldSet.Of(TaskField.DueDate), now));
        }

        await writer.CommitAsync(stop);
        if (moved.Count > 0) Tell(userId);
        return moved;
    }

    public Task<TaskSaveResult> SendByHandAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, stop, (writer, staged) =>
        {
            var outbound = staged.Link is null ? writer.User.OutboundConnectionId : null;
            var task = staged.Task with { OutboundConnectionId = outbound ?? staged.Task.OutboundConnectionId };
            return SaveNextAsync(writer, task, stop);
        });

    public Task<TaskSaveResult> RetryAsync(Guid userId, Guid taskId, CancellationToken stop) =>
        ChangeAsync(userId, taskId, stop, async (writer, staged) =>
        {
            await writer.ClearParkingAsync(taskId, stop);
            return await SaveAsync(writer, staged.Task, stop);
        });

    private static async Task<TaskSaveResult> AddedAsync(TaskWriter writer, Guid taskId, CancellationToken stop) =>
        await writer.FindAsync(taskId, stop) is { Task.IsDeleted: false }
            ? new TaskSaveResult.Saved(await writer.ViewAsync(taskId, stop))
            : new TaskSaveResult.Gone();

    private async Task<TaskSaveResult> ChangeAsync(
        Guid userId,
        Guid taskId,
        CancellationToken stop,
        Func<TaskWriter, StagedTask, Task<TaskSaveResult>> change,
        bool isDeleted = false)
    {
        await using var writer = await TaskWriter.BeginAsync(databases, userId, stop);
        var staged = await writer.FindAsync(taskId, stop);
        if (staged is null || staged.Task.IsDeleted != isDeleted) return new TaskSaveResult.Gone();
        return await change(writer, staged);
    }

    private static TaskSaveResult.Refused? Refuse(StagedTask staged, TaskEdit edit, UserFacts user)
    {
        var problems = TaskSyncStates.IsReadOnly(staged.Link, user.SyncFacts)
            ? [.. edit.Changed.Each().Select(f => new TaskSaveResult.Problem(f, TaskSaveResult.ProblemCode.ReadOnly))]
            : TaskChecks.Check(edit.Wanted, edit.Changed);
        return problems.Count == 0 ? null : new TaskSaveResult.Refused(problems);
    }

    private Task<TaskSaveResult> SaveEditAsync(
        TaskWriter writer, ReminderTask task, TaskEdit edit, CancellationToken stop)
    {
        var edited = Edited(task, edit.Wanted, edit.Changed, time.GetUtcNow());
        writer.Update(edited);
        return SaveAsync(writer, edited, stop);
    }

    private Task<TaskSaveResult> SaveNextAsync(TaskWriter writer, ReminderTask task, CancellationToken stop)
    {
        var next = task with { Version = task.Version + 1 };
        writer.Update(next);
        return SaveAsync(writer, next, stop);
    }

    private async Task<TaskSaveResult> SaveAsync(TaskWriter writer, ReminderTask task, CancellationToken stop)
    {
        await writer.CommitAsync(stop);
        Tell(task.UserId);
        return new TaskSaveResult.Saved(await writer.ViewAsync(task.Id, stop));
    }

    private void Tell(Guid userId)
    {
        live.Tell(userId, LiveChange.Tasks);
        runs.Request(userId, RunReason.LocalChange);
    }

    private static ReminderTask Edited(ReminderTask task, TaskContent content, FieldSet fields, DateTimeOffset now) =>
        task with { Content = content, EditedAt = task.EditedAt.With(fields, now), Version = task.Version + 1 };
}
