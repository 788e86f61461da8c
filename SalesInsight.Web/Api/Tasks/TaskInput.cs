using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Api.Tasks;

/// <summary>
/// The body of a task as the description at /openapi/v1.json shows it. It is read by <see cref="TaskBody"/>, which
/// tells a field left out from one set to null.
/// </summary>
internal sealed record TaskInput
{
    public string? Subject { get; init; }

    public ReminderStatus? Status { get; init; }

    public ReminderPriority? Priority { get; init; }

    public DateOnly? DueDate { get; init; }

    public string? Details { get; init; }

    public ReminderType? Type { get; init; }

    public string? PersonId { get; init; }

    public string? RelatedId { get; init; }
}
