using System.Diagnostics;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Reconciling;

/// <summary>
/// From raw Salesforce values to ours and back; pure. Not one-to-one: every open status reads as Open, every priority
/// but High as Normal, and long details are cut only on their way out.
/// </summary>
internal sealed record Translation(OrgVocabulary Vocabulary, ActivityDetail Template)
{
    private const string High = "High", Normal = "Normal";

    /// <summary>Of the task at hand; ours alone, and seen in Salesforce only where the template names it.</summary>
    public ReminderType? Type { get; init; }

    public TaskContent Read(SalesforceContent raw)
    {
        var content = new TaskContent("");
        foreach (var field in FieldSet.Fields) content = content.With(field, Read(field, raw[field]));
        return content;
    }

    public string? Read(TaskField field, string? raw) => field switch
    {
        TaskField.Subject => raw ?? "",
        TaskField.Status => (Vocabulary.IsClosed(raw) ? ReminderStatus.Completed : ReminderStatus.Open).ToString(),
        TaskField.Priority => (raw == High ? ReminderPriority.High : ReminderPriority.Normal).ToString(),
        TaskField.DueDate or TaskField.Details or TaskField.Person or TaskField.Related => raw,
        _ => throw new UnreachableException(),
    };

    public SalesforceContent Render(TaskContent content, string? lastOpenStatus)
    {
        var raw = new SalesforceContent();
        foreach (var field in FieldSet.Fields) raw = raw.With(field, Render(field, content[field], lastOpenStatus));
        return raw;
    }

    public string? Render(TaskField field, string? here, string? lastOpenStatus) => field switch
    {
        TaskField.Subject => NullIfEmpty(Template.Render(here ?? "", Type?.ToString())),
        TaskField.Status => here == nameof(ReminderStatus.Completed)
            ? Vocabulary.FirstClosed
            : lastOpenStatus ?? Vocabulary.DefaultOpen,
        TaskField.Priority => here == nameof(ReminderPriority.High) ? High : Normal,
        // what Salesforce would trim or store as null is sent that way, or it would look like an edit there
        TaskField.Details => NullIfEmpty(ActivityDetail.Cut(here ?? "", TaskContent.SentDetailsLengthMax).TrimEnd()),
        TaskField.DueDate or TaskField.Person or TaskField.Related => here,
        _ => throw new UnreachableException(),
    };

    /// <summary>The last open raw status, given the newest raw status seen.</summary>
    public string? LastOpen(string? rawStatus, string? lastOpenStatus) =>
        rawStatus is null || Vocabulary.IsClosed(rawStatus) ? lastOpenStatus : rawStatus;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
