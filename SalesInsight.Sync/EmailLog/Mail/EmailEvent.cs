using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Mail;

/// <summary>One thing that happened to a mail.</summary>
/// <param name="Address">Whose doing it was: one of the mail's recipients.</param>
/// <param name="Key">What makes it one event, however often it is reported.</param>
/// <param name="Answer">The answer, to be logged like a mail; null for everything but a reply.</param>
internal sealed record EmailEvent(
    EmailAddress Address, EmailEventInput.Kind Kind, DateTimeOffset At, string Key, EmailMessage? Answer);
