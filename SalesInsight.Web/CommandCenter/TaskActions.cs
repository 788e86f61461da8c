using System.Diagnostics;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.CommandCenter;

/// <summary>
/// Does what a row asks for, says so in a toast, and offers to undo it. Every change can be undone for as long as its
/// toast stays; none asks first.
/// </summary>
internal sealed class TaskActions(IReminderTasks tasks, Toasts toasts, TaskWords words, TaskFailures failures)
{
    public Task DoAsync(Viewer viewer, TaskCommand command) => command.Verb switch
    {
        TaskVerb.Complete => SetStatusAsync(viewer, command.Item, ReminderStatus.Completed),
        TaskVerb.Reopen => SetStatusAsync(viewer, command.Item, ReminderStatus.Open),
        TaskVerb.MoveToToday => MoveAsync(viewer, command.Item, viewer.Today),
        TaskVerb.MoveToTomorrow => MoveAsync(viewer, command.Item, viewer.Tomorrow),
        TaskVerb.Delete => DeleteAsync(viewer, command.Item),
        TaskVerb.SendByHand => TellAsync(
            command.Item, "Toast.Sent", () => tasks.SendByHandAsync(viewer.UserId, command.Item.Id, default)),
        TaskVerb.TryAgain => TellAsync(
            command.Item, "Toast.TryingAgain", () => tasks.RetryAsync(viewer.UserId, command.Item.Id, default)),
        _ => throw new UnreachableException(),
    };

    public async Task MoveOverdueAsync(Viewer viewer)
    {
        var today = viewer.Today;
        var before = await failures.GuardAsync(() => tasks.MoveOverdueAsync(viewer.UserId, today, default));
        if (before is null or { Count: 0 }) return;
        toasts.Show(new Toast(
            words[before.Count == 1 ? "Toast.OneMoved" : "Toast.AllMoved", before.Count],
            words["Toast.Undo"],
            () => MoveBackAsync(viewer, before, today)));
    }

    /// <summary>Undoes an edit: the task as it was, unless somebody changed the same field since.</summary>
    public Task PutBackAsync(Viewer viewer, TaskView saved, TaskView before) => UndoAsync(
        saved, () => tasks.EditAsync(viewer.UserId, saved, before.Content, before.Type, default));

    private async Task SetStatusAsync(Viewer viewer, TaskView task, ReminderStatus status)
    {
        var name = status is ReminderStatus.Completed ? "Toast.Completed" : "Toast.Reopened";
        await TellAsync(
            task,
            name,
            () => tasks.SetStatusAsync(viewer.UserId, task.Id, status, default),
            () => tasks.SetStatusAsync(viewer.UserId, task.Id, task.Content.Status, default));
    }

    private Task DeleteAsync(Viewer viewer, TaskView task) => TellAsync(
        task,
        "Toast.Deleted",
        () => tasks.DeleteAsync(viewer.UserId, task.Id, default),
        () => tasks.RestoreAsync(viewer.UserId, task.Id, default));

    private async Task MoveAsync(Viewer viewer, TaskView task, DateOnly day)
    {
        var result = await failures.GuardAsync(() => EditDueAsync(viewer, task, day));
        if (!Succeeded(task, result)) return;
        var seen = ((TaskSaveResult.Saved)result!).Task;
        toasts.Show(new Toast(
            words["Toast.Moved", words.Name(task), words.ShortDay(day, viewer.Today)],
            words["Toast.Undo"],
            () => UndoAsync(task, () => EditDueAsync(viewer, seen, task.Content.DueDate))));
    }

    private Task<TaskSaveResult> EditDueAsync(Viewer viewer, TaskView seen, DateOnly? day) =>
        tasks.EditAsync(viewer.UserId, seen, seen.Content with { DueDate = day }, seen.Type, default);

    // Only what is still where Move all put it goes back: a date somebody chose since then stays.
    private async Task MoveBackAsync(Viewer viewer, IReadOnlyDictionary<Guid, DateOnly> before, DateOnly moved)
    {
        foreach (var (id, day) in before)
            await failures.GuardAsync<TaskSaveResult?>(async () =>
                await tasks.FindAsync(viewer.UserId, id, default) is { } task && task.Content.DueDate == moved
                    ? await EditDueAsync(viewer, task, day)
                    : null);
    }

    private async Task TellAsync(
        TaskView task, string toast, Func<Task<TaskSaveResult>> act, Func<Task<TaskSaveResult>>? undo = null)
    {
        var result = await failures.GuardAsync(act, words["Toast.NotSaved", words.Name(task)]);
        if (!Succeeded(task, result)) return;
        toasts.Show(undo is null
            ? new Toast(words[toast, words.Name(task)])
            : new Toast(words[toast, words.Name(task)], words["Toast.Undo"], () => UndoAsync(task, undo)));
    }

    private async Task UndoAsync(TaskView task, Func<Task<TaskSaveResult>> undo) =>
        Succeeded(task, await failures.GuardAsync(undo, words["Toast.NotUndone", words.Name(task)]));

    /// <summary>True when it was saved; else a toast says why not.</summary>
    private bool Succeeded(TaskView task, TaskSaveResult? result)
    {
        var problem = result switch
        {
            null or TaskSaveResult.Saved => null,
            TaskSaveResult.Refused refused =>
                string.Join(" ", refused.Problems.Select(p => words.Problem(p.Code)).Distinct()),
            TaskSaveResult.Stale => words["Toast.Stale", words.Name(task)],
            TaskSaveResult.Gone => words["Toast.Gone", words.Name(task)],
            _ => throw new UnreachableException(),
        };
        if (problem is not null) toasts.Show(new Toast(problem, IsBad: true));
        return result is TaskSaveResult.Saved;
    }
}
