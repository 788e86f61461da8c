namespace SalesInsight.Sync.EmailLog;

/// <summary>What became of a report of a mail, or of what happened to one.</summary>
public abstract record EmailReport
{
    private EmailReport()
    {
    }

    /// <summary>What can be wrong with a field. Names are part of the API and never renamed.</summary>
    public enum ProblemCode
    {
        /// <summary>Not of the form something@somewhere, with or without angle brackets.</summary>
        MessageIdMalformed,

        /// <summary>A line break or another control character where a header has none.</summary>
        HeaderLineBreak,

        /// <summary>Not an e-mail address.</summary>
        NotAnAddress,

        /// <summary>Neither To nor Cc names anybody.</summary>
        NoRecipient,

        /// <summary>More recipients than a mail is logged for.</summary>
        TooManyRecipients,

        /// <summary>Longer than a subject is.</summary>
        SubjectTooLong,

        /// <summary>More references than a reply has.</summary>
        TooManyReferences,

        /// <summary>More attachments than are listed.</summary>
        TooManyAttachments,

        /// <summary>A name that is none, or a size below zero.</summary>
        AttachmentMalformed,

        /// <summary>Before 1990, or in the future.</summary>
        TimeOutOfRange,

        /// <summary>The mail was not sent to this address.</summary>
        NotARecipient,

        /// <summary>What happened is not said.</summary>
        EventMissing,

        /// <summary>Longer than the id of an event may be, or not visible characters.</summary>
        EventIdMalformed,
    }

    /// <summary>Taken for the first time.</summary>
    /// <param name="Email">As it stands now.</param>
    public sealed record Taken(EmailView Email) : EmailReport;

    /// <summary>Known already.</summary>
    /// <param name="Email">As it stands now.</param>
    public sealed record Known(EmailView Email) : EmailReport;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Problems">Every fault at once, at least one.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : EmailReport;

    /// <summary>The mail's sender is not the user who reports it.</summary>
    public sealed record NotYours : EmailReport;

    /// <summary>The user has no mail of that id.</summary>
    public sealed record Unknown : EmailReport;

    /// <summary>One fault.</summary>
    /// <param name="Field">As <see cref="EmailInput"/> names it, such as <c>To</c>.</param>
    /// <param name="Code">What is wrong.</param>
    public sealed record Problem(string Field, ProblemCode Code);
}
