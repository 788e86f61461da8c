using SalesInsight.Sync.EmailLog.Mail;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>The bounds of a mail written here.</summary>
internal static class OutgoingLimits
{
    /// <summary>To and Cc together; what the e-mail log takes.</summary>
    public const int RecipientsMax = EmailReading.RecipientsMax;

    public const int SubjectLengthMax = EmailReading.SubjectLengthMax;

    /// <summary>Characters of the formatted text.</summary>
    public const int HtmlLengthMax = 1_000_000;

    public const int AttachmentsMax = EmailReading.AttachmentsMax;

    public const int AttachmentNameLengthMax = EmailReading.AttachmentNameLengthMax;

    /// <summary>
    /// Of all files of a mail: as text on the wire they grow by a third, and many servers take no more than 35 MB.
    /// </summary>
    public const long AttachmentBytesMax = 23_000_000;

    /// <summary>Drafts, scheduled and waiting mails of one user: more is a program gone wild.</summary>
    public const int OpenMailsMax = 2_000;

    /// <summary>Characters kept of what a server answered.</summary>
    public const int AnswerLengthMax = 500;

    /// <summary>Addresses named in a list.</summary>
    public const int ShownRecipientsMax = 3;

    public static readonly TimeSpan ScheduleMax = TimeSpan.FromDays(366);

    /// <summary>A form that was open for a moment may name a minute that has just gone.</summary>
    public static readonly TimeSpan ScheduleGrace = TimeSpan.FromMinutes(5);
}
