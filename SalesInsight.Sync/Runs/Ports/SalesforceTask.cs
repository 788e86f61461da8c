using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Runs.Ports;

/// <summary>One Task row as read.</summary>
/// <param name="Id">18 characters.</param>
/// <param name="SystemModstamp">Orders the window; moved by platform work too.</param>
/// <param name="LastModifiedDate">The last change by a user or integration.</param>
/// <param name="ExternalId"><c>SalesInsight_Id__c</c>, or the marker in CallObject; null when the org has
/// neither.</param>
/// <param name="Hidden">Fields this user is not shown: their null in <paramref name="Content"/> says nothing.</param>
internal sealed record SalesforceTask(
    string Id,
    SalesforceContent Content,
    string? OwnerId,
    DateTimeOffset CreatedDate,
    DateTimeOffset LastModifiedDate,
    DateTimeOffset SystemModstamp,
    bool IsDeleted = false,
    bool IsArchived = false,
    bool IsClosed = false,
    bool IsRecurrence = false,
    string? TaskSubtype = null,
    DateTimeOffset? CompletedDateTime = null,
    string? ExternalId = null,
    string? LastModifiedById = null,
    FieldSet Hidden = default)
{
    /// <summary>As it looks to somebody who remembers: a hidden field holds what was last known of it.</summary>
    public SalesforceTask Remembering(SalesforceContent known)
    {
        var content = Content;
        foreach (var field in Hidden.Each()) content = content.With(field, known[field]);
        return Hidden.IsEmpty ? this : this with { Content = content };
    }
}
