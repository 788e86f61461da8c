using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>What a script may set of a task.</summary>
internal sealed record TaskValues(TaskContent Content, ReminderType Type)
{
    /// <summary>Where a new task starts: open, normal, nothing else.</summary>
    public static TaskValues New { get; } = new(new TaskContent(""), ReminderType.Custom);
}
