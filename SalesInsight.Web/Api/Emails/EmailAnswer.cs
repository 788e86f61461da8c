using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Web.Emails;

namespace SalesInsight.Web.Api.Emails;

/// <summary>One mail as scripts see it.</summary>
/// <param name="Recipients">By address; of a reply somebody sent you, its sender.</param>
internal sealed record EmailAnswer(
    Guid Id,
    string MessageId,
    string From,
    string Subject,
    DateTimeOffset SentAt,
    DateTimeOffset ReportedAt,
    bool IsReply,
    IReadOnlyList<EmailAnswer.Recipient> Recipients)
{
    public static EmailAnswer Of(EmailView mail, IStringLocalizer<EmailText> text) => new(
        mail.Id, mail.MessageId, mail.From, mail.Subject, mail.SentAt, mail.ReportedAt, mail.IsReply,
        [.. mail.Recipients.Select(r => Of(r, text))]);

    private static Recipient Of(EmailView.Recipient of, IStringLocalizer<EmailText> text) => new(
        of.Address, of.Standing, of.Reason, text[$"Reason.{of.Reason}"], of.Fault, of.ErrorCode, of.Message, of.RetryAt,
        of.Opened, of.Clicked, of.RepliedAt, of.BouncedAt, of.Logs);

    /// <summary>The mail for one address.</summary>
    /// <param name="Sentence">The reason for a person.</param>
    /// <param name="Fault">Why Salesforce refused it; docs/errors.md has the sentences.</param>
    /// <param name="Message">Salesforce's own text.</param>
    /// <param name="Logs">The activities it stands as.</param>
    internal sealed record Recipient(
        string Address,
        EmailView.Standing Standing,
        EmailReason Reason,
        string Sentence,
        FaultCode? Fault,
        string? ErrorCode,
        string? Message,
        DateTimeOffset? RetryAt,
        int Opened,
        int Clicked,
        DateTimeOffset? RepliedAt,
        DateTimeOffset? BouncedAt,
        IReadOnlyList<EmailView.Log> Logs);
}
