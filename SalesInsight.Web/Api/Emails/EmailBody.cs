using SalesInsight.Sync.EmailLog;
using static SalesInsight.Sync.EmailLog.EmailEventInput;
using Read = System.Func<SalesInsight.Sync.EmailLog.EmailInput, SalesInsight.Web.Api.BodyField,
    SalesInsight.Sync.EmailLog.EmailInput>;
using ReadAttachment = System.Func<SalesInsight.Sync.EmailLog.EmailInput.Attachment, SalesInsight.Web.Api.BodyField,
    SalesInsight.Sync.EmailLog.EmailInput.Attachment>;
using ReadEvent = System.Func<SalesInsight.Sync.EmailLog.EmailEventInput, SalesInsight.Web.Api.BodyField,
    SalesInsight.Sync.EmailLog.EmailEventInput>;

namespace SalesInsight.Web.Api.Emails;

/// <summary>Reads the bodies of calls about mail. Whether it is one is judged where mails are taken. Pure.</summary>
internal static class EmailBody
{
    private static readonly Dictionary<string, Read> Fields = new(StringComparer.Ordinal)
    {
        ["messageId"] = (mail, field) => mail with { MessageId = field.Text() },
        ["from"] = (mail, field) => mail with { From = field.Text() },
        ["to"] = (mail, field) => mail with { To = field.List(one => one.Text()) },
        ["cc"] = (mail, field) => mail with { Cc = field.List(one => one.Text()) },
        ["subject"] = (mail, field) => mail with { Subject = field.Text() },
        ["text"] = (mail, field) => mail with { Text = field.TextOrNull() },
        ["html"] = (mail, field) => mail with { Html = field.TextOrNull() },
        ["sentAt"] = (mail, field) => mail with { SentAt = field.TimeOrNull() },
        ["inReplyTo"] = (mail, field) => mail with { InReplyTo = field.TextOrNull() },
        ["references"] = (mail, field) => mail with { References = field.List(one => one.Text()) },
        ["attachments"] = (mail, field) => mail with
        {
            Attachments = field.List(one => one.Record(new EmailInput.Attachment("", 0), OfAttachment!)),
        },
    };

    private static readonly Dictionary<string, ReadAttachment> OfAttachment = new(StringComparer.Ordinal)
    {
        ["name"] = (attachment, field) => attachment with { Name = field.Text() },
        ["bytes"] = (attachment, field) => attachment with { Bytes = field.Whole() },
    };

    private static readonly Dictionary<string, ReadEvent> OfEvent = new(StringComparer.Ordinal)
    {
        ["event"] = (happened, field) => happened with { Event = field.Choice(Kind.Opened) },
        ["address"] = (happened, field) => happened with { Address = field.Text() },
        ["at"] = (happened, field) => happened with { At = field.TimeOrNull() },
        ["id"] = (happened, field) => happened with { Id = field.TextOrNull() },
        ["messageId"] = (happened, field) => happened with { MessageId = field.TextOrNull() },
        ["subject"] = (happened, field) => happened with { Subject = field.TextOrNull() },
        ["text"] = (happened, field) => happened with { Text = field.TextOrNull() },
        ["html"] = (happened, field) => happened with { Html = field.TextOrNull() },
    };

    public static (EmailInput Mail, ApiProblem? Problem, IReadOnlyList<FieldProblem> Errors) Read(
        ReadOnlyMemory<byte> json) => JsonBody.Read(json, new EmailInput(), Fields);

    public static (EmailEventInput Event, ApiProblem? Problem, IReadOnlyList<FieldProblem> Errors) ReadEvent(
        ReadOnlyMemory<byte> json) => JsonBody.Read(json, new EmailEventInput(), OfEvent);
}
