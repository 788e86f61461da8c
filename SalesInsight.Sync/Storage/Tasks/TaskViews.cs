using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Tasks;

/// <summary>Tasks as their user sees them: with names, sync state and the way to the record.</summary>
internal sealed class TaskViews(AppDb db, UserFacts user)
{
    public async Task<IReadOnlyList<TaskView>> LoadAsync(IReadOnlyCollection<Guid> taskIds, CancellationToken stop)
    {
        var staged = await db.LoadInOrderAsync(taskIds, stop);
        var held = await db.OfTasks<HeldDeletionRow>(taskIds).ToDictionaryAsync(h => h.TaskId, stop);
        var names = await NamesAsync(staged, stop);
        return [.. staged.Select(s => View(s, held.GetValueOrDefault(s.Task.Id)?.ToHeld(), names))];
    }

    public async Task<TaskView> LoadAsync(Guid taskId, CancellationToken stop) =>
        (await LoadAsync([taskId], stop)).Single();

    private async Task<Dictionary<string, RecordNameRow>> NamesAsync(
        IEnumerable<StagedTask> staged, CancellationToken stop)
    {
        var ids = staged.SelectMany(s => new[] { s.Task.Content.PersonId, s.Task.Content.RelatedId })
            .OfType<string>().Distinct().ToList();
        if (ids.Count == 0 || user.ConnectionId is not { } connectionId) return [];
        return await db.Set<RecordNameRow>().AsNoTracking()
            .Where(n => n.ConnectionId == connectionId && ids.Contains(n.RecordId) && n.Name != "")
            .ToDictionaryAsync(n => n.RecordId, stop);
    }

    private TaskView View(StagedTask staged, HeldRow? held, Dictionary<string, RecordNameRow> names)
    {
        var content = staged.Task.Content;
        var person = names.GetValueOrDefault(content.PersonId ?? "");
        var related = names.GetValueOrDefault(content.RelatedId ?? "");
        return new TaskView(
            staged.Task.Id,
            content,
            staged.Task.Type,
            staged.Task.Version,
            person?.Name,
            person?.Company,
            related?.Name,
            related?.ObjectType,
            staged.Task.CreatedAt,
            TaskSyncStates.Of(staged, held, user.SyncFacts),
            UrlOf(staged.Link),
            ArrivedAt(staged.Link));
    }

    private Uri? UrlOf(TaskLink? link) =>
        link is { State: LinkState.Active } && user.InstanceUrl is { } instance
            ? new Uri(new Uri(instance), link.SalesforceId)
            : null;

    private static DateTimeOffset? ArrivedAt(TaskLink? link) => link?.Reason is
        ReasonCode.CreatedThere or ReasonCode.EditedThere or ReasonCode.EditedOnBothSides
        or ReasonCode.ConflictWonThere or ReasonCode.ConflictWonByBoth or ReasonCode.RestoredThere
        or ReasonCode.Adopted ? link.ReasonAt : null;
}
