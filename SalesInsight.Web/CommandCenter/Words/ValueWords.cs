using System.Globalization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Edit;

namespace SalesInsight.Web.CommandCenter.Words;

/// <summary>A single field's value as a person reads it, and back from how a history keeps it.</summary>
internal sealed class ValueWords(TaskWords words)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The value in a form.</summary>
    public string Of(TaskField field, TaskDraft draft, DateOnly today) => field switch
    {
        TaskField.Subject => Text(draft.Subject),
        TaskField.Status => words.Status(draft.Status),
        TaskField.Priority => words.Priority(draft.Priority),
        TaskField.DueDate => draft.DueDate is { } day ? words.ShortDay(day, today) : words["Value.None"],
        TaskField.Details => Text(draft.Details),
        TaskField.Person => Text(draft.Person?.Name),
        TaskField.Related => Text(draft.Related?.Name),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The value as a history keeps it; a foreign one (a status of the org) is shown as it is.</summary>
    public string Of(TaskField field, string? value, TaskView task, DateOnly today) => field switch
    {
        _ when string.IsNullOrWhiteSpace(value) => words["Value.None"],
        TaskField.Status when Enum.TryParse<ReminderStatus>(value, out var status) => words.Status(status),
        TaskField.Priority when Enum.TryParse<ReminderPriority>(value, out var priority) => words.Priority(priority),
        TaskField.DueDate when Day(value) is { } day => words.ShortDay(day, today),
        TaskField.Person when value == task.Content.PersonId => task.PersonName ?? value,
        TaskField.Related when value == task.Content.RelatedId => task.RelatedName ?? value,
        TaskField.Person => words["Value.OtherPerson", value],
        TaskField.Related => words["Value.OtherRecord", value],
        _ => value,
    };

    /// <summary>The content with a value of its history put back; null when the value is not one of ours.</summary>
    public static TaskContent? Restore(TaskContent content, TaskField field, string? value) => field switch
    {
        TaskField.Subject => content with { Subject = value ?? "" },
        TaskField.Details => content with { Details = value },
        TaskField.Person => content with { PersonId = value },
        TaskField.Related => content with { RelatedId = value },
        TaskField.DueDate when value is null => content with { DueDate = null },
        TaskField.DueDate when Day(value) is { } day => content with { DueDate = day },
        TaskField.Status when Enum.TryParse<ReminderStatus>(value, out var status) => content with { Status = status },
        TaskField.Priority when Enum.TryParse<ReminderPriority>(value, out var priority) =>
            content with { Priority = priority },
        _ => null,
    };

    private string Text(string? text) => string.IsNullOrWhiteSpace(text) ? words["Value.None"] : text;

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, DateFormat, CultureInfo.InvariantCulture, default, out var day) ? day : null;
}
