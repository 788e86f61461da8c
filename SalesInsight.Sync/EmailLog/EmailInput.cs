namespace SalesInsight.Sync.EmailLog;

/// <summary>A mail as somebody reports it: any text may stand anywhere, and is judged when it is taken.</summary>
public sealed record EmailInput
{
    /// <summary>The Message-ID header, with or without its angle brackets; the mail is known by it.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The sender's address, with or without a name.</summary>
    public string From { get; init; } = "";

    /// <summary>Whom it was sent to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Who got a copy.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>May be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The plain text; null: made from <see cref="Html"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The formatted text; used only where there is no plain one.</summary>
    public string? Html { get; init; }

    /// <summary>When it was sent; null: now.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The In-Reply-To header; with it, or with references, the mail is a reply.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The ids in the References header.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What was attached: names and sizes, never contents.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>
    /// Reads a mail as it travels (<c>message/rfc822</c>, an .eml file): its header, its text, attachments by name and
    /// size. A broken part reads as far as it goes. Null for what has no header of a mail.
    /// </summary>
    /// <param name="mime">The whole mail.</param>
    public static EmailInput? FromMime(ReadOnlyMemory<byte> mime) => Mime.MimeReader.Read(mime);

    /// <summary>One attached file.</summary>
    /// <param name="Name">File name.</param>
    /// <param name="Bytes">Its size.</param>
    public sealed record Attachment(string Name, long Bytes);
}
