using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Edit;

namespace SalesInsight.Web.CommandCenter;

/// <summary>What is open beside the list; one at a time.</summary>
public abstract record Sheet
{
    private Sheet() { }

    /// <summary>A new task that needs more than a name.</summary>
    public sealed record Add(TaskDraft Draft) : Sheet;

    /// <summary>A task being looked at or changed.</summary>
    /// <param name="Draft">What was typed before the sheet was closed; null: nothing.</param>
    public sealed record Edit(TaskView Item, bool AtDate = false, TaskDraft? Draft = null) : Sheet;

    /// <summary>Why a task is as it is.</summary>
    public sealed record Why(TaskView Item) : Sheet;

    /// <summary>Deletions the fence stopped.</summary>
    public sealed record Held : Sheet;
}
