using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter;

/// <summary>A row asks its page to do something.</summary>
public sealed record TaskCommand(TaskVerb Verb, TaskView Item);
