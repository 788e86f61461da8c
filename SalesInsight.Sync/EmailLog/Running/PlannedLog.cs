using SalesInsight.Sync.EmailLog.Outbox;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>An activity to be made. The same person may be meant by several addresses of one mail.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="PersonId">Null: it names nobody.</param>
/// <param name="Owner">The address it is made for.</param>
internal sealed record PlannedLog(Guid Id, string? PersonId, RecipientWork Owner)
{
    /// <summary>Other addresses of the mail, or other mails of a colleague, that mean this person too.</summary>
    public List<RecipientWork> Followers { get; } = [];

    /// <summary>The contact's opportunity; filled in once it is known.</summary>
    public string? OpportunityId { get; set; }

    public IEnumerable<RecipientWork> Everybody => Followers.Prepend(Owner);

    public LogEntry Entry(Guid connectionId, string subject, DateOnly date, DateTimeOffset at) => new(
        Id, Owner.Mail.Id, Owner.Recipient.Address.Key, connectionId, LogEntry.Entity.Activity, PersonId, OpportunityId,
        subject, date, IsDone: false, SalesforceId: null, at);
}
