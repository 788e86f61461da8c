using System.Globalization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.CommandCenter.Edit;

/// <summary>What stands in the fields of a form: typed, not yet saved. It is never thrown away by a refusal.</summary>
public sealed class TaskDraft
{
    private const string DateFormat = "yyyy-MM-dd";

    public string Subject { get; set; } = "";

    public ReminderType Type { get; set; }

    public ReminderStatus Status { get; set; }

    public ReminderPriority Priority { get; set; }

    /// <summary>As the browser's date field writes it; empty: no due date.</summary>
    public string DueText { get; set; } = "";

    public string Details { get; set; } = "";

    public KnownRecord? Person { get; set; }

    public KnownRecord? Related { get; set; }

    public DateOnly? DueDate
    {
        get => DateOnly.TryParseExact(DueText, DateFormat, CultureInfo.InvariantCulture, default, out var day)
            ? day
            : null;
        set => DueText = value?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Something is typed that is no date: year 20261, say.</summary>
    public bool IsDueUnreadable => DueText.Length > 0 && DueDate is null;

    public static TaskDraft Of(TaskView task)
    {
        var content = task.Content;
        return new TaskDraft
        {
            Subject = content.Subject,
            Type = task.Type,
            Status = content.Status,
            Priority = content.Priority,
            DueDate = content.DueDate,
            Details = content.Details ?? "",
            Person = Record(content.PersonId, task.PersonName, task.PersonCompany, ""),
            Related = Record(content.RelatedId, task.RelatedName, null, task.RelatedType ?? ""),
        };
    }

    public TaskContent ToContent() => new(
        Subject.Trim(), Status, Priority, DueDate, Details.Length == 0 ? null : Details, Person?.Id, Related?.Id);

    public bool DiffersFrom(TaskDraft other) =>
        ToContent() != other.ToContent() || Type != other.Type || IsDueUnreadable;

    /// <summary>
    /// Somebody changed the task meanwhile: what was not touched here takes their value; what was touched stays, so
    /// that the person can choose.
    /// </summary>
    /// <param name="seen">The task as it was when the form was opened.</param>
    /// <param name="now">The task as it is.</param>
    public void RebaseOn(TaskView seen, TaskView now)
    {
        var (mine, before) = (ToContent(), Of(seen).ToContent());
        if (Type == seen.Type) Type = now.Type;
        if (mine.Subject == before.Subject) Take(TaskField.Subject, now);
        if (mine.Status == before.Status) Take(TaskField.Status, now);
        if (mine.Priority == before.Priority) Take(TaskField.Priority, now);
        if (mine.DueDate == before.DueDate && !IsDueUnreadable) Take(TaskField.DueDate, now);
        if (mine.Details == before.Details) Take(TaskField.Details, now);
        if (mine.PersonId == before.PersonId) Take(TaskField.Person, now);
        if (mine.RelatedId == before.RelatedId) Take(TaskField.Related, now);
    }

    /// <summary>Their value for one field.</summary>
    public void Take(TaskField field, TaskView task)
    {
        var theirs = Of(task);
        switch (field)
        {
            case TaskField.Subject: Subject = theirs.Subject; break;
            case TaskField.Status: Status = theirs.Status; break;
            case TaskField.Priority: Priority = theirs.Priority; break;
            case TaskField.DueDate: DueText = theirs.DueText; break;
            case TaskField.Details: Details = theirs.Details; break;
            case TaskField.Person: Person = theirs.Person; break;
            case TaskField.Related: Related = theirs.Related; break;
        }
    }

    private static KnownRecord? Record(string? id, string? name, string? company, string type) =>
        id is null ? null : new KnownRecord(id, type, name ?? id, company);
}
