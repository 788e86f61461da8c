using System.Globalization;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using static SalesInsight.Sync.EmailLog.EmailReport;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>From what somebody reported of a mail to an event of it; pure, and every problem at once.</summary>
internal static class EventReading
{
    /// <summary>Characters of a reporter's own id of an event.</summary>
    public const int IdLengthMax = 200;

    /// <summary>Null with at least one problem; no problem with an event.</summary>
    /// <param name="input">As reported.</param>
    /// <param name="mail">The mail it happened to.</param>
    /// <param name="user">Whose mail it is.</param>
    /// <param name="now">Our clock.</param>
    public static (EmailEvent? Event, IReadOnlyList<Problem> Problems) Read(
        EmailEventInput input, EmailMessage mail, EmailAddress user, DateTimeOffset now)
    {
        List<Problem> problems = [];
        var address = EmailReading.Address(input.Address, nameof(input.Address), problems);
        var at = EmailReading.Time(input.At, nameof(input.At), now, problems);
        if (input.Event is null) problems.Add(new(nameof(input.Event), ProblemCode.EventMissing));
        if (input.Id is { } id && (id.Length is 0 or > IdLengthMax || !id.All(c => c is > ' ' and <= '~')))
            problems.Add(new(nameof(input.Id), ProblemCode.EventIdMalformed));
        if (address is not null && !mail.To.Contains(address) && !mail.Cc.Contains(address))
            problems.Add(new(nameof(input.Address), ProblemCode.NotARecipient));
        var answer = input.Event == EmailEventInput.Kind.Replied && address is not null
            ? Answer(input, mail, address, user, at, problems)
            : null;
        return problems.Count > 0
            ? (null, problems)
            : (new(address!, input.Event!.Value, at, KeyOf(input, at), answer), []);
    }

    private static string KeyOf(EmailEventInput input, DateTimeOffset at) => input switch
    {
        { Id: { } id } => $"id {id}",
        { Event: EmailEventInput.Kind.Replied } => $"reply {input.MessageId}",
        { Event: EmailEventInput.Kind.Bounced } => "bounce",
        _ => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
    };

    private static EmailMessage Answer(
        EmailEventInput input, EmailMessage mail, EmailAddress from, EmailAddress user, DateTimeOffset at,
        List<Problem> problems)
    {
        // Without an id of its own there is one answer per recipient; .invalid belongs to nobody (RFC 2606).
        var messageId = input.MessageId is null
            ? $"reply.{EmailIds.MessageKey(mail.MessageId, from)}@salesinsight.invalid"
            : EmailReading.MessageId(input.MessageId, nameof(input.MessageId), problems);
        var subject = input.Subject is null ? mail.Subject : EmailReading.Subject(input.Subject, problems);
        var (body, length) = EmailReading.Body(input.Text, input.Html);
        return new EmailMessage(messageId, from, [user], [], subject, body, length, at, IsReply: true, []);
    }
}
