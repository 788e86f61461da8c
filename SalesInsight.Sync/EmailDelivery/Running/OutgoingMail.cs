using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>A mail that was claimed to be handed over: everything that is needed for it, read in one transaction.
/// </summary>
/// <param name="Id">The outgoing mail.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Attempt">Which try this is; with the id it names the try.</param>
/// <param name="MessageId">Without angle brackets; the same for every try.</param>
/// <param name="EmailId">What the e-mail log will know it by.</param>
/// <param name="From">The user's own address.</param>
/// <param name="FromName">The user's name.</param>
/// <param name="To">Whom it goes to; of a mail refused for some, only those.</param>
/// <param name="Bcc">Envelope only: the user's Email to Salesforce address; null: not active.</param>
/// <param name="Html">As kept.</param>
internal sealed record OutgoingMail(
    Guid Id,
    Guid UserId,
    int Attempt,
    string MessageId,
    Guid EmailId,
    EmailAddress From,
    string FromName,
    ImmutableArray<EmailAddress> To,
    ImmutableArray<EmailAddress> Cc,
    EmailAddress? Bcc,
    string Subject,
    string Html,
    ImmutableArray<OutgoingEmail.Attachment> Attachments)
{
    /// <summary>One try of one mail.</summary>
    public string TryName => $"{Id:N}-{Attempt}";
}
