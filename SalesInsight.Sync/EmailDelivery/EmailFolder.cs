namespace SalesInsight.Sync.EmailDelivery;

/// <summary>One page of a folder of the Emails page.</summary>
/// <param name="Rows">Newest first; Pending: next to go out first.</param>
/// <param name="Total">Mails in the folder that match.</param>
public sealed record EmailFolder(IReadOnlyList<EmailFolder.Row> Rows, int Total)
{
    /// <summary>Rows of one page at most.</summary>
    public const int TakeMax = 100;

    /// <summary>Characters of a search that are looked at.</summary>
    public const int SearchLengthMax = 200;

    /// <summary>The folders. Archived and deleted mails are in no other one.</summary>
    public enum Kind
    {
        /// <summary>Being written.</summary>
        Drafts,

        /// <summary>Scheduled, waiting, or being handed over.</summary>
        Pending,

        /// <summary>Sent from here, and mails other programs reported.</summary>
        Sent,

        /// <summary>Not sent; each says why.</summary>
        Undelivered,

        /// <summary>What recipients answered, as it was reported to be logged.</summary>
        Replies,

        /// <summary>Put away, of any kind.</summary>
        Archived,

        /// <summary>Deleted in the last <see cref="IOutgoingEmails.DeletedKept"/>.</summary>
        Deleted,
    }

    /// <summary>One mail in a list.</summary>
    /// <param name="Id">What the commands take: that of the outgoing mail, else that of the reported one.</param>
    /// <param name="Standing">How far it is; <c>Sent</c> for what another program reported.</param>
    /// <param name="EmailId">In the e-mail log (<c>IEmailLog.FindAsync</c>); null: not there (yet).</param>
    /// <param name="IsOutgoing">Written here, so that <see cref="IOutgoingEmails.FindAsync"/> knows it.</param>
    /// <param name="Subject">One line; may be empty.</param>
    /// <param name="Recipients">The first few of To and Cc, as typed or by address; of a reply, its sender.</param>
    /// <param name="RecipientCount">All of them.</param>
    /// <param name="At">When it was sent, or is to be; of a draft when it was changed last. UTC.</param>
    /// <param name="RetryAt">While waiting after a failure: not before.</param>
    /// <param name="Problem">Why it was not sent, or not to everybody.</param>
    /// <param name="Answer">What the server said to that.</param>
    /// <param name="HasAttachments">Files are attached.</param>
    /// <param name="HasBcc">A hidden copy went to the user's Email to Salesforce address.</param>
    /// <param name="Logged">Addresses it is logged for.</param>
    /// <param name="NotLogged">Addresses it is not logged for; each has its reason in the e-mail log.</param>
    /// <param name="NotLoggedYet">Addresses that wait to be logged.</param>
    public sealed record Row(
        Guid Id,
        OutgoingEmail.State Standing,
        Guid? EmailId,
        bool IsOutgoing,
        string Subject,
        IReadOnlyList<string> Recipients,
        int RecipientCount,
        DateTimeOffset At,
        DateTimeOffset? RetryAt,
        OutgoingEmail.Failure? Problem,
        string? Answer,
        bool HasAttachments,
        bool HasBcc,
        int Logged,
        int NotLogged,
        int NotLoggedYet);
}
