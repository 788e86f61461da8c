using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Deletions in Salesforce that the delete fence stopped, for their user to answer.</summary>
public interface IHeldDeletions
{
    /// <summary>The unanswered ones, oldest first.</summary>
    Task<IReadOnlyList<TaskView>> ListAsync(Guid userId, CancellationToken stop);

    /// <summary>Approve: removed here by the next run. Reject: they stay here, no longer linked.</summary>
    Task AnswerAsync(Guid userId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop);
}
