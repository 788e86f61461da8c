namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>One page of 'All tasks'.</summary>
/// <param name="Total">Rows that match, on all pages.</param>
public sealed record TaskPage(IReadOnlyList<TaskView> Tasks, int Total);
