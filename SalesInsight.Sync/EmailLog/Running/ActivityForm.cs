using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>Makes the activity a mail is logged as. Pure.</summary>
/// <param name="settings">Whose activity detail and zone apply.</param>
/// <param name="org">Whose words apply.</param>
internal sealed class ActivityForm(EmailSettings settings, OrgFacts org)
{
    private readonly ActivityDetail _detail = new(settings.SubjectTemplate);

    /// <summary>The user's zone; UTC for one this machine does not know.</summary>
    public TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public NewActivity Of(
        EmailMessage mail, EmailMarks marks, string externalId, string? personId, string? opportunityId) => new(
        externalId,
        LoggedText.Subject(mail, _detail),
        org.Vocabulary.FirstClosed,
        LoggedText.Date(mail, Zone),
        LoggedText.Description(mail, Zone),
        personId,
        opportunityId,
        mail.IsReply,
        marks);
}
