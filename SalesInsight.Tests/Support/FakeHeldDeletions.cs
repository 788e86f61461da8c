using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Tests.Support;

/// <summary>Held deletions that remember how they were answered.</summary>
internal sealed class FakeHeldDeletions : IHeldDeletions
{
    public List<TaskView> Held { get; } = [];

    public List<(Guid TaskId, bool Approved)> Answers { get; } = [];

    public Task<IReadOnlyList<TaskView>> ListAsync(Guid userId, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<TaskView>>([.. Held]);

    public Task AnswerAsync(Guid userId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop)
    {
        Answers.AddRange(taskIds.Select(id => (id, approve)));
        Held.RemoveAll(t => taskIds.Contains(t.Id));
        return Task.CompletedTask;
    }
}
