using System.Diagnostics;
using System.Globalization;

namespace SalesInsight.Sync.Reminders;

/// <summary>
/// What is compared and kept in step, as SalesInsight sees it: comparable fields only. Two contents are equal when a
/// person would call them the same; equal content is no change, whatever any clock says.
/// </summary>
/// <param name="Subject">The task name; may be empty only when Salesforce sent it so.</param>
/// <param name="Status">Open or completed.</param>
/// <param name="Priority">Normal or high.</param>
/// <param name="DueDate">A date without time or zone, as in Salesforce; null: no due date.</param>
/// <param name="Details">Free text, any length up to <see cref="DetailsLengthMax"/>; null: none.</param>
/// <param name="PersonId">18-character id of a lead or contact; null: none.</param>
/// <param name="RelatedId">18-character id of the related record; null: none.</param>
public sealed record TaskContent(
    string Subject,
    ReminderStatus Status = ReminderStatus.Open,
    ReminderPriority Priority = ReminderPriority.Normal,
    DateOnly? DueDate = null,
    string? Details = null,
    string? PersonId = null,
    string? RelatedId = null)
{
    /// <summary>Characters of a subject, as Task.Subject in Salesforce (field reference).</summary>
    public const int SubjectLengthMax = 255;

    /// <summary>Characters of details kept here.</summary>
    public const int DetailsLengthMax = 100_000;

    /// <summary>Characters of details that Salesforce gets (Task.Description, field reference).</summary>
    public const int SentDetailsLengthMax = 32_000;

    internal string? this[TaskField field] => field switch
    {
        TaskField.Subject => Subject,
        TaskField.Status => Status.ToString(),
        TaskField.Priority => Priority.ToString(),
        TaskField.DueDate => DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TaskField.Details => Details,
        TaskField.Person => PersonId,
        TaskField.Related => RelatedId,
        _ => throw new UnreachableException(),
    };

    internal TaskContent With(TaskField field, string? value) => field switch
    {
        TaskField.Subject => this with { Subject = value ?? "" },
        TaskField.Status => this with { Status = Enum.Parse<ReminderStatus>(value!) },
        TaskField.Priority => this with { Priority = Enum.Parse<ReminderPriority>(value!) },
        TaskField.DueDate => this with { DueDate = ParseDate(value) },
        TaskField.Details => this with { Details = value },
        TaskField.Person => this with { PersonId = value },
        TaskField.Related => this with { RelatedId = value },
        _ => throw new UnreachableException(),
    };

    internal FieldSet DifferingFrom(TaskContent other)
    {
        var differing = FieldSet.None;
        foreach (var field in FieldSet.Fields)
            if (this[field] != other[field]) differing = differing.Add(field);
        return differing;
    }

    private static DateOnly? ParseDate(string? value) =>
        value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
