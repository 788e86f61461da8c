using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.TaskList;

/// <summary>One task as its user sees it.</summary>
/// <param name="Version">Handed back with an edit, so that an edit on an old picture is noticed.</param>
/// <param name="PersonName">Name of the lead or contact; null while unknown or when there is none.</param>
/// <param name="PersonCompany">Their company or account.</param>
/// <param name="RelatedName">Name of the related record.</param>
/// <param name="RelatedType">Opportunity, Account, ...</param>
/// <param name="SalesforceUrl">Where the record opens in Salesforce; null without a link.</param>
/// <param name="ArrivedAt">When it last came from Salesforce; a page tints rows that came just now.</param>
public sealed record TaskView(
    Guid Id,
    TaskContent Content,
    ReminderType Type,
    long Version,
    string? PersonName,
    string? PersonCompany,
    string? RelatedName,
    string? RelatedType,
    DateTimeOffset CreatedAt,
    TaskSyncState Sync,
    Uri? SalesforceUrl,
    DateTimeOffset? ArrivedAt);
