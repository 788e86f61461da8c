using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>What was decided before, over the one context.</summary>
internal sealed class RecordedEmails(IDbContextFactory<AppDb> databases) : IRecordedEmails
{
    public async Task<EmailAddress?> FindAddressAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.FindUserAddressAsync(userId, stop);
    }

    public async Task<ImmutableArray<RecordedEmail>> ListAsync(
        Guid userId, DateTimeOffset since, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await (
            from recipient in db.Set<EmailRecipientRow>().AsNoTracking()
            where recipient.UserId == userId && recipient.State != EmailState.Waiting
            join email in db.Set<EmailRow>() on recipient.EmailId equals email.EmailId
            where email.ReportedAt >= since
            orderby email.ReportedAt descending, email.EmailId, recipient.Address
            select new
            {
                email.EmailId, email.Subject, email.SentAt, email.UserAddress, email.IsReply,
                recipient.Address, recipient.State, recipient.Reason, recipient.ChosenPersonId,
            }).Take(max).ToListAsync(stop);
        var places = await PlacesAsync(db, userId, since, stop);
        return
        [
            .. rows.GroupBy(r => (r.EmailId, r.Subject, r.SentAt, r.UserAddress, r.IsReply)).Select(mail =>
                new RecordedEmail(
                    mail.Key.EmailId,
                    mail.Key.Subject,
                    mail.Key.SentAt,
                    new MailTraits(EmailRow.Read(mail.Key.UserAddress), mail.Key.IsReply),
                    [
                        .. mail.Select(r => new RecordedEmail.Recipient(
                            EmailRow.Read(r.Address), r.State, r.Reason, r.ChosenPersonId,
                            [.. places[(r.EmailId, r.Address)]])),
                    ])),
        ];
    }

    private static async Task<ILookup<(Guid, string), RecordedEmail.Place>> PlacesAsync(
        AppDb db, Guid userId, DateTimeOffset since, CancellationToken stop)
    {
        var logs = await (
            from log in db.Set<EmailLogRow>().AsNoTracking()
            where log.IsDone && log.Kind == LogEntry.Entity.Activity
            join email in db.Set<EmailRow>() on log.EmailId equals email.EmailId
            where email.UserId == userId && email.ReportedAt >= since
            select new { log.EmailId, log.Address, log.PersonId, log.OpportunityId }).ToListAsync(stop);
        return logs.ToLookup(l => (l.EmailId, l.Address), l => new RecordedEmail.Place(l.PersonId, l.OpportunityId));
    }
}
