using SalesInsight.Sync.EmailLog.Mime;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>What a person has typed of a mail: any text may stand anywhere, and is judged when it is sent.</summary>
public sealed record OutgoingDraft
{
    /// <summary>Characters of a subject.</summary>
    public const int SubjectLengthMax = OutgoingLimits.SubjectLengthMax;

    /// <summary>To and Cc together.</summary>
    public const int RecipientsMax = OutgoingLimits.RecipientsMax;

    /// <summary>Bytes of all attached files together.</summary>
    public const long AttachmentBytesMax = OutgoingLimits.AttachmentBytesMax;

    /// <summary>Characters of the formatted text.</summary>
    public const int HtmlLengthMax = OutgoingLimits.HtmlLengthMax;

    /// <summary>Whom it goes to, each as typed: an address, with or without a name.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Who gets a copy, as typed.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>One line; may be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The formatted text as HTML; what a mail may not carry is taken out when it is saved.</summary>
    public string Html { get; init; } = "";

    /// <summary>
    /// The addresses in what was typed or pasted, between commas or semicolons; a comma in quotes is part of a name.
    /// Nothing is judged.
    /// </summary>
    /// <param name="typed">As it stands in a To or Cc field.</param>
    public static IReadOnlyList<string> Split(string typed) => AddressList.Split(typed.ReplaceLineEndings(","));

    /// <summary>True for a text that can be sent to: an address, with or without a name.</summary>
    /// <param name="typed">One of <see cref="To"/> or <see cref="Cc"/>.</param>
    public static bool IsAddress(string typed) => EmailAddress.Parse(typed) is not null;

    /// <summary>The name that stands before an address; what was typed, where none does.</summary>
    /// <param name="typed">One of <see cref="To"/> or <see cref="Cc"/>.</param>
    public static string NameOf(string typed) => EmailAddress.Parse(typed)?.Name ?? typed;
}
