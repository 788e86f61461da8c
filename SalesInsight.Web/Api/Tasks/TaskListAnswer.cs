namespace SalesInsight.Web.Api.Tasks;

/// <summary>One page of tasks.</summary>
/// <param name="Total">Tasks that match, on all pages.</param>
internal sealed record TaskListAnswer(IReadOnlyList<TaskAnswer> Tasks, int Total, int Skip, int Take);
