using System.Collections.Immutable;
using SalesInsight.Sync.Reminders;
using static SalesInsight.Sync.EmailLog.EmailReport;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>
/// From what somebody reported to a mail; pure, and every problem at once. A mail that was sent cannot be unsent, so
/// only what cannot be a mail is refused; a long body is cut, and says so where it is logged.
/// </summary>
internal static class EmailReading
{
    /// <summary>To and Cc together; a mail to more is a mailing, and is not anybody's activity.</summary>
    public const int RecipientsMax = 500;

    /// <summary>Characters; RFC 5322 folds a subject to lines of 998, and no reader shows four of them.</summary>
    public const int SubjectLengthMax = 4_000;

    /// <summary>Characters (RFC 5322, 2.1.1: one line).</summary>
    public const int MessageIdLengthMax = 996;

    public const int ReferencesMax = 200;

    public const int AttachmentsMax = 100;

    public const int AttachmentNameLengthMax = 255;

    /// <summary>Characters kept of a body: what a Task's Description holds (facts 4.1).</summary>
    public const int BodyLengthMax = TaskContent.SentDetailsLengthMax;

    /// <summary>A sender's clock may be this far ahead of ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>No mail we could be told of is older.</summary>
    private static readonly DateTimeOffset SentMin = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Null with at least one problem; no problem with a mail.</summary>
    public static (EmailMessage? Message, IReadOnlyList<Problem> Problems) Read(
        EmailInput input, DateTimeOffset now)
    {
        List<Problem> problems = [];
        var id = MessageId(input.MessageId, nameof(input.MessageId), problems);
        var from = Address(input.From, nameof(input.From), problems);
        var (to, cc) = Recipients(input, problems);
        var subject = Subject(input.Subject, problems);
        var inReplyTo = string.IsNullOrWhiteSpace(input.InReplyTo)
            ? null
            : MessageId(input.InReplyTo, nameof(input.InReplyTo), problems);
        CheckReferences(input.References, problems);
        CheckAttachments(input.Attachments, problems);
        var sentAt = Time(input.SentAt, nameof(input.SentAt), now, problems);
        if (problems.Count > 0) return (null, problems);

        var (body, length) = Body(input.Text, input.Html);
        var isReply = inReplyTo is not null || input.References.Count > 0;
        return (
            new EmailMessage(id, from!, to, cc, subject, body, length, sentAt, isReply, [.. input.Attachments]), []);
    }

    /// <summary>Without its angle brackets.</summary>
    public static string MessageId(string text, string field, List<Problem> problems)
    {
        var id = text.Trim(' ', '\t');
        if (id is ['<', .., '>']) id = id[1..^1];
        var at = id.LastIndexOf('@');
        if (id.Any(char.IsControl)) problems.Add(new(field, ProblemCode.HeaderLineBreak));
        else if (at < 1 || at == id.Length - 1 || id.Length > MessageIdLengthMax || id.Any(IsOutsideAnId))
            problems.Add(new(field, ProblemCode.MessageIdMalformed));
        return id;
    }

    public static EmailAddress? Address(string text, string field, List<Problem> problems)
    {
        if (text.Any(char.IsControl)) problems.Add(new(field, ProblemCode.HeaderLineBreak));
        else if (EmailAddress.Parse(text) is { } address) return address;
        else problems.Add(new(field, ProblemCode.NotAnAddress));
        return null;
    }

    public static DateTimeOffset Time(
        DateTimeOffset? at, string field, DateTimeOffset now, List<Problem> problems)
    {
        if (at < SentMin || at > now + ClockTolerance) problems.Add(new(field, ProblemCode.TimeOutOfRange));
        return (at ?? now).ToUniversalTime();
    }

    public static string Subject(string text, List<Problem> problems)
    {
        if (text.Length > SubjectLengthMax) problems.Add(new(nameof(EmailInput.Subject), ProblemCode.SubjectTooLong));
        else if (text.Any(char.IsControl)) problems.Add(new(nameof(EmailInput.Subject), ProblemCode.HeaderLineBreak));
        return text.Trim();
    }

    /// <summary>Plain text, cut; and how long it was.</summary>
    public static (string Body, int Length) Body(string? text, string? html)
    {
        var whole = Tidy(string.IsNullOrWhiteSpace(text) ? HtmlText.ToPlain(html ?? "") : text);
        return (ActivityDetail.Cut(whole, BodyLengthMax), whole.Length);
    }

    /// <summary>One kind of line break, and no control characters, which not every reader of Salesforce can show.
    /// </summary>
    private static string Tidy(string text) =>
        new string([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim();

    private static (ImmutableArray<EmailAddress> To, ImmutableArray<EmailAddress> Cc) Recipients(
        EmailInput input, List<Problem> problems)
    {
        if (input.To.Count + input.Cc.Count > RecipientsMax)
        {
            problems.Add(new(nameof(input.To), ProblemCode.TooManyRecipients));
            return ([], []);
        }

        var to = Addresses(input.To, nameof(input.To), problems);
        var cc = Addresses(input.Cc, nameof(input.Cc), problems);
        if (input.To.Count + input.Cc.Count == 0) problems.Add(new(nameof(input.To), ProblemCode.NoRecipient));
        return (to, [.. cc.Except(to)]);
    }

    // One problem per field and kind: five hundred lines that say the same help nobody.
    private static ImmutableArray<EmailAddress> Addresses(
        IReadOnlyList<string> texts, string field, List<Problem> problems)
    {
        List<Problem> own = [];
        var addresses = texts.Select(t => Address(t, field, own)).OfType<EmailAddress>().Distinct();
        ImmutableArray<EmailAddress> read = [.. addresses];
        problems.AddRange(own.Distinct());
        return read;
    }

    private static void CheckReferences(IReadOnlyList<string> references, List<Problem> problems)
    {
        const string field = nameof(EmailInput.References);
        if (references.Count > ReferencesMax) problems.Add(new(field, ProblemCode.TooManyReferences));
        else if (references.Any(r => r.Any(char.IsControl))) problems.Add(new(field, ProblemCode.HeaderLineBreak));
    }

    private static void CheckAttachments(IReadOnlyList<EmailInput.Attachment> attachments, List<Problem> problems)
    {
        const string field = nameof(EmailInput.Attachments);
        if (attachments.Count > AttachmentsMax) problems.Add(new(field, ProblemCode.TooManyAttachments));
        else if (attachments.Any(a => a.Bytes < 0 || a.Name.Length is 0 or > AttachmentNameLengthMax
            || a.Name.Any(char.IsControl)))
            problems.Add(new(field, ProblemCode.AttachmentMalformed));
    }

    private static bool IsOutsideAnId(char c) => char.IsWhiteSpace(c) || c is '<' or '>';
}
