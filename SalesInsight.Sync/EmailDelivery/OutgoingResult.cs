namespace SalesInsight.Sync.EmailDelivery;

/// <summary>What became of a command on an outgoing mail.</summary>
public abstract record OutgoingResult
{
    private OutgoingResult()
    {
    }

    /// <summary>What can be wrong with a mail; each has one sentence in the resources.</summary>
    public enum ProblemCode
    {
        /// <summary>Nobody is named.</summary>
        NoRecipient,

        /// <summary>Not an e-mail address.</summary>
        NotAnAddress,

        /// <summary>More addresses than one mail goes to.</summary>
        TooManyRecipients,

        /// <summary>Longer than a subject is.</summary>
        SubjectTooLong,

        /// <summary>A line break or another control character where a header has none.</summary>
        HeaderLineBreak,

        /// <summary>Longer than a text may be.</summary>
        TextTooLong,

        /// <summary>More files than one mail carries.</summary>
        TooManyAttachments,

        /// <summary>The files together are larger than one mail may be.</summary>
        AttachmentsTooLarge,

        /// <summary>No file name, or one that is too long or holds control characters.</summary>
        AttachmentMalformed,

        /// <summary>It could not be read to its end.</summary>
        AttachmentUnread,

        /// <summary>In the past, or more than a year ahead.</summary>
        TimeOutOfRange,

        /// <summary>The user has more drafts and waiting mails than are kept.</summary>
        TooManyMails,
    }

    /// <summary>Done.</summary>
    /// <param name="Email">As it stands now.</param>
    public sealed record Done(OutgoingEmail Email) : OutgoingResult;

    /// <summary>Nothing was changed; what was typed is still the caller's.</summary>
    /// <param name="Problems">Every fault at once, at least one.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : OutgoingResult;

    /// <summary>Somebody, or another window, changed it since: nothing was changed.</summary>
    /// <param name="Email">As it stands now.</param>
    public sealed record Stale(OutgoingEmail Email) : OutgoingResult;

    /// <summary>The mail is too far for this, such as being sent just now: nothing was changed.</summary>
    /// <param name="Email">As it stands now.</param>
    public sealed record TooLate(OutgoingEmail Email) : OutgoingResult;

    /// <summary>The user has no mail of that id.</summary>
    public sealed record Unknown : OutgoingResult;

    /// <summary>One fault.</summary>
    /// <param name="Field">As <see cref="OutgoingDraft"/> names it, such as <c>To</c>.</param>
    /// <param name="Code">What is wrong.</param>
    /// <param name="Text">What it is about, such as the address; null: the whole field.</param>
    public sealed record Problem(string Field, ProblemCode Code, string? Text = null);
}
