namespace SalesInsight.Sync.EmailDelivery;

/// <summary>One mail written here, from the first draft on.</summary>
/// <param name="Id">Ours; its Message-ID is made of it, so one mail keeps one however often it is tried.</param>
/// <param name="Version">Grows with every change; an edit names the version it began with.</param>
/// <param name="Draft">What it says, and to whom.</param>
/// <param name="Attachments">In the order they were added.</param>
/// <param name="Standing">How far it is.</param>
/// <param name="ChangedAt">When its user changed it last, UTC.</param>
/// <param name="ScheduledAt">When it is to be sent; null: nothing was said.</param>
/// <param name="RetryAt">While waiting: not before.</param>
/// <param name="SentAt">When the server took it; null: it has not.</param>
/// <param name="Problem">Why it was not sent, or not to everybody; null: nothing went wrong.</param>
/// <param name="Answer">What the server said to that, one line; null: nothing.</param>
/// <param name="Attempts">How often it was handed over.</param>
/// <param name="Refused">Addresses the server refused while it took the mail for the others.</param>
/// <param name="EmailId">The mail in the e-mail log; null: not reported to it yet.</param>
/// <param name="HasBcc">A hidden copy went to the user's Email to Salesforce address.</param>
/// <param name="IsArchived">Put away by its user.</param>
/// <param name="IsDeleted">Deleted by its user, and kept for a while so that it can be restored.</param>
public sealed record OutgoingEmail(
    Guid Id,
    long Version,
    OutgoingDraft Draft,
    IReadOnlyList<OutgoingEmail.Attachment> Attachments,
    OutgoingEmail.State Standing,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ScheduledAt,
    DateTimeOffset? RetryAt,
    DateTimeOffset? SentAt,
    OutgoingEmail.Failure? Problem,
    string? Answer,
    int Attempts,
    IReadOnlyList<string> Refused,
    Guid? EmailId,
    bool HasBcc,
    bool IsArchived,
    bool IsDeleted)
{
    /// <summary>How far a mail is. Names are stored and never renamed.</summary>
    public enum State
    {
        /// <summary>Being written; nothing happens to it.</summary>
        Draft,

        /// <summary>Goes out at its time; its user may still take it back.</summary>
        Scheduled,

        /// <summary>Goes out as soon as the channel takes it; its user may still take it back.</summary>
        Waiting,

        /// <summary>Being handed over; too late to take it back.</summary>
        Sending,

        /// <summary>The channel took it, for at least one of its addresses.</summary>
        Sent,

        /// <summary>Not sent, and will not be by itself.</summary>
        Undelivered,
    }

    /// <summary>Why a mail was not sent, each with one sentence in the resources. Names are stored, never renamed.
    /// </summary>
    public enum Failure
    {
        /// <summary>The server could not be reached; tried again by itself.</summary>
        Unreachable,

        /// <summary>The server cannot take it just now (4xx); tried again by itself.</summary>
        TriedLater,

        /// <summary>The server refused the mail for good (5xx).</summary>
        Refused,

        /// <summary>The server refused some of its addresses and took it for the others.</summary>
        RefusedInPart,

        /// <summary>The server did not accept user name and password, or wants one.</summary>
        SignInRefused,

        /// <summary>The server does not offer encryption (STARTTLS), or its certificate is not trusted.</summary>
        NotSecure,

        /// <summary>The folder mails are put into cannot be written.</summary>
        FolderRefused,

        /// <summary>The stored password can no longer be read, since the keys are gone: enter it again.</summary>
        PasswordLost,

        /// <summary>A file attached to it is gone.</summary>
        AttachmentLost,

        /// <summary>Its user has no address to send from, or was deactivated.</summary>
        NoSender,

        /// <summary>
        /// Handing over was cut short after the text had begun: it may have arrived. Not sent again by itself, because
        /// SMTP cannot tell; its user decides.
        /// </summary>
        FateOpen,
    }

    /// <summary>One attached file.</summary>
    /// <param name="Id">Ours.</param>
    /// <param name="Name">Its file name.</param>
    /// <param name="Bytes">Its size.</param>
    public sealed record Attachment(Guid Id, string Name, long Bytes);
}
