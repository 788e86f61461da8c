namespace SalesInsight.Sync.EmailLog;

/// <summary>Something that happened to a mail after it was sent, as somebody reports it.</summary>
public sealed record EmailEventInput
{
    /// <summary>What can happen. Names are part of the API and stored, and never renamed.</summary>
    public enum Kind
    {
        /// <summary>The recipient opened it.</summary>
        Opened,

        /// <summary>The recipient followed a link in it.</summary>
        Clicked,

        /// <summary>The recipient answered; the answer is logged like a mail, while replies are.</summary>
        Replied,

        /// <summary>It did not reach the recipient.</summary>
        Bounced,
    }

    /// <summary>What happened; required.</summary>
    public Kind? Event { get; init; }

    /// <summary>Whose doing it was: an address the mail was sent to.</summary>
    public string Address { get; init; } = "";

    /// <summary>When; null: now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// The reporter's own id of the event, so that a report that is repeated counts once; null: what, who and when are.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Replied only: the answer's Message-ID; null: there is only one answer of this recipient.</summary>
    public string? MessageId { get; init; }

    /// <summary>Replied only: the answer's subject; null: that of the mail.</summary>
    public string? Subject { get; init; }

    /// <summary>Replied only: the answer's text.</summary>
    public string? Text { get; init; }

    /// <summary>Replied only: the answer's formatted text, used where there is no plain one.</summary>
    public string? Html { get; init; }
}
