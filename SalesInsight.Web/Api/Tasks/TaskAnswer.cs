using SalesInsight.Sync.Reconciling;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.TaskList;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>One task as scripts see it; the version is also its ETag.</summary>
internal sealed record TaskAnswer(
    Guid Id,
    long Version,
    string Subject,
    ReminderStatus Status,
    ReminderPriority Priority,
    DateOnly? DueDate,
    string? Details,
    ReminderType Type,
    string? PersonId,
    string? PersonName,
    string? RelatedId,
    string? RelatedName,
    DateTimeOffset CreatedAt,
    Uri? SalesforceUrl,
    TaskAnswer.SyncState Sync)
{
    public static TaskAnswer Of(TaskView task) => new(
        task.Id,
        task.Version,
        task.Content.Subject,
        task.Content.Status,
        task.Content.Priority,
        task.Content.DueDate,
        task.Content.Details,
        task.Type,
        task.Content.PersonId,
        task.PersonName,
        task.Content.RelatedId,
        task.RelatedName,
        task.CreatedAt,
        task.SalesforceUrl,
        new SyncState(
            task.Sync.Glyph, task.Sync.Reason, task.Sync.At, task.Sync.Fault, task.Sync.ErrorCode, task.Sync.Message,
            task.Sync.IsReadOnly));

    /// <summary>Where the task stands with Salesforce, and why.</summary>
    /// <param name="Fault">Why Salesforce refused it, when parked; docs/errors.md has the sentences.</param>
    /// <param name="Message">Salesforce's own text.</param>
    internal sealed record SyncState(
        SyncGlyph State,
        ReasonCode Reason,
        DateTimeOffset? At,
        FaultCode? Fault,
        string? ErrorCode,
        string? Message,
        bool IsReadOnly);
}
