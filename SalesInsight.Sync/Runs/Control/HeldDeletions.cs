using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>The review of held deletions.</summary>
internal sealed class HeldDeletions(ISyncStore store, IReminderTasks tasks, ISyncControl control, ILiveUpdates live)
    : IHeldDeletions
{
    public async Task<IReadOnlyList<TaskView>> ListAsync(Guid userId, CancellationToken stop)
    {
        if ((await store.ReadStandingAsync(userId, stop)).ConnectionId is not { } connectionId) return [];
        var held = await store.ListHeldAsync(connectionId, stop);
        var views = new List<TaskView>();
        foreach (var row in held.Where(h => h.Approved is null).OrderBy(h => h.HeldAt))
            if (await tasks.FindAsync(userId, row.TaskId, stop) is { } view) views.Add(view);
        return views;
    }

    public async Task AnswerAsync(
        Guid userId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop)
    {
        if ((await store.ReadStandingAsync(userId, stop)).ConnectionId is not { } connectionId) return;
        await store.AnswerHeldAsync(connectionId, taskIds, approve, stop);
        live.Tell(userId, LiveChange.Tasks);
        control.Request(userId, RunReason.ByHand);
    }
}
