using SalesInsight.Sync.Reminders;
using ProblemCode = SalesInsight.Sync.Runs.TaskList.TaskSaveResult.ProblemCode;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>What a person may type into a task; pure, and every problem at once.</summary>
internal static class TaskChecks
{
    /// <summary>Salesforce's range of dates (SOAP guide, Primitive Data Types).</summary>
    private static readonly DateOnly DateMin = new(1700, 1, 1);
    private static readonly DateOnly DateMax = new(4000, 12, 31);

    private const int ShortIdLength = 15;
    private const int LongIdLength = 18;

    /// <summary>As it is stored: the name without blanks around it, empty values as none.</summary>
    public static TaskContent Tidy(TaskContent content) => content with
    {
        Subject = content.Subject.Trim(),
        Details = string.IsNullOrWhiteSpace(content.Details) ? null : content.Details,
        PersonId = string.IsNullOrWhiteSpace(content.PersonId) ? null : content.PersonId.Trim(),
        RelatedId = string.IsNullOrWhiteSpace(content.RelatedId) ? null : content.RelatedId.Trim(),
    };

    /// <summary>
    /// The same for an edit: what differs from the picture only in blanks was not typed, so it stays as it was (a name
    /// that came from Salesforce with a blank in front is not an edit of everybody who touches the task).
    /// </summary>
    public static TaskContent Tidy(TaskContent content, TaskContent seen)
    {
        var tidy = Tidy(content);
        var untouched = FieldSet.All.Except(tidy.DifferingFrom(Tidy(seen)));
        return untouched.Each().Aggregate(tidy, (kept, field) => kept.With(field, seen[field]));
    }

    /// <param name="content">Tidied.</param>
    /// <param name="fields">Only these were typed: what came from Salesforce as it is may stay as it is.</param>
    public static IReadOnlyList<TaskSaveResult.Problem> Check(TaskContent content, FieldSet fields)
    {
        List<TaskSaveResult.Problem> problems = [];
        foreach (var field in fields.Each())
            if (Problem(content, field) is { } code) problems.Add(new(field, code));
        return problems;
    }

    private static ProblemCode? Problem(TaskContent content, TaskField field) => field switch
    {
        TaskField.Subject when content.Subject.Length == 0 => ProblemCode.SubjectEmpty,
        TaskField.Subject when content.Subject.Length > TaskContent.SubjectLengthMax => ProblemCode.SubjectTooLong,
        TaskField.Details when content.Details?.Length > TaskContent.DetailsLengthMax => ProblemCode.DetailsTooLong,
        TaskField.DueDate when content.DueDate < DateMin || content.DueDate > DateMax => ProblemCode.DateOutOfRange,
        TaskField.Person when !IsId(content.PersonId) => ProblemCode.IdMalformed,
        TaskField.Related when !IsId(content.RelatedId) => ProblemCode.IdMalformed,
        _ => null,
    };

    private static bool IsId(string? id) =>
        id is null || (id.Length is ShortIdLength or LongIdLength && id.All(char.IsAsciiLetterOrDigit));
}
