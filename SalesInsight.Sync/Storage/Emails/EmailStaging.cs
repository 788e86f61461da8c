using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>What is due, and what is needed to log it.</summary>
internal static class EmailStaging
{
    public static async Task<ImmutableArray<StagedEmail>> StageEmailsAsync(
        this AppDb db, Guid userId, DateTimeOffset now, int max, CancellationToken stop)
    {
        var due = await (
            from recipient in db.Set<EmailRecipientRow>().AsNoTracking()
            where recipient.UserId == userId && recipient.State == EmailState.Waiting
                && (recipient.RetryAt == null || recipient.RetryAt <= now)
            join email in db.Set<EmailRow>() on recipient.EmailId equals email.EmailId
            orderby email.ReportedAt, email.EmailId, recipient.Address
            select new
            {
                email.EmailId, email.MessageKey, email.UserAddress, email.IsReply,
                recipient.Address, recipient.Name, recipient.Attempts, recipient.Decided,
                recipient.ChosenPersonId,
            }).Take(max).ToListAsync(stop);

        return
        [
            .. due.GroupBy(d => (d.EmailId, d.MessageKey, d.UserAddress, d.IsReply)).Select(mail => new StagedEmail(
                mail.Key.EmailId,
                mail.Key.MessageKey,
                new MailTraits(EmailRow.Read(mail.Key.UserAddress), mail.Key.IsReply),
                [
                    .. mail.Select(d => new StagedEmail.Recipient(
                        Named(d.Address, d.Name), d.Attempts, d.Decided, d.ChosenPersonId)),
                ])),
        ];
    }

    public static async Task<ImmutableDictionary<Guid, StoredEmail>> LoadEmailsAsync(
        this AppDb db, IReadOnlyCollection<Guid> emailIds, CancellationToken stop)
    {
        var rows = await db.Set<EmailRow>().AsNoTracking().Where(e => emailIds.Contains(e.EmailId)).ToListAsync(stop);
        var recipients = await db.Set<EmailRecipientRow>().AsNoTracking().Where(r => emailIds.Contains(r.EmailId))
            .ToListAsync(stop);
        var byMail = recipients.ToLookup(r => r.EmailId);
        return rows.ToImmutableDictionary(r => r.EmailId, r => Stored(r, byMail[r.EmailId]));
    }

    public static async Task<ImmutableArray<UnmarkedEntry>> ListUnmarkedAsync(
        this AppDb db, Guid connectionId, int max, CancellationToken stop)
    {
        var found = await (
            from entry in db.Set<EmailLogRow>().AsNoTracking()
            where entry.ConnectionId == connectionId && entry.IsDone && entry.Kind == LogEntry.Entity.Activity
                && entry.SalesforceId != null
            join recipient in db.Set<EmailRecipientRow>()
                on new { entry.EmailId, entry.Address } equals new { recipient.EmailId, recipient.Address }
            where recipient.MarksVersion != entry.MarkedVersion
            join email in db.Set<EmailRow>() on entry.EmailId equals email.EmailId
            orderby entry.LogId
            select new { entry.LogId, entry.SalesforceId, Recipient = recipient, email.Addressed })
            .Take(max).ToListAsync(stop);
        return
        [
            .. found.Select(f => new UnmarkedEntry(
                f.LogId, f.SalesforceId!, Marks(f.Recipient, f.Addressed), f.Recipient.MarksVersion)),
        ];
    }

    private static StoredEmail Stored(EmailRow row, IEnumerable<EmailRecipientRow> recipients) => new(
        row.ToMessage(), recipients.ToImmutableDictionary(r => r.Address, r => Marks(r, row.Addressed)));

    private static EmailMarks Marks(EmailRecipientRow row, string addressed) => new(
        row.Viewed,
        row.Clicked,
        row.RepliedAt is not null,
        row.BouncedAt is not null,
        string.Join(", ", StoredJson.Read<EmailRow.Envelope>(addressed).Attachments.Select(a => a.Name)));

    private static EmailAddress Named(string key, string? name) => name is null
        ? EmailRow.Read(key)
        : EmailAddress.Parse($"{name} <{key}>") ?? EmailRow.Read(key);
}
