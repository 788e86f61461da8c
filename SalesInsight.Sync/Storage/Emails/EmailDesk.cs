using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Control;
using SalesInsight.Sync.EmailLog.Deciding;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Takes reports into the outbox. What the rule excludes is settled at once and costs no run.</summary>
internal sealed class EmailDesk(
    IDbContextFactory<AppDb> databases, TimeProvider time, EmailWishes wishes, ILiveUpdates live) : IEmailLog
{
    public async Task<EmailReport> ReportAsync(Guid userId, EmailInput mail, CancellationToken stop)
    {
        var (message, problems) = EmailReading.Read(mail, time.GetUtcNow());
        if (message is null) return new EmailReport.Refused(problems);

        await using var db = databases.CreateDbContext();
        if (await db.FindUserAddressAsync(userId, stop) is not { } own || own != message.From)
            return new EmailReport.NotYours();
        var (id, isNew) = await TakeAsync(db, userId, message, own, [.. message.To, .. message.Cc], stop);
        Tell(userId);
        var view = await db.ViewEmailAsync(userId, id, stop);
        return isNew ? new EmailReport.Taken(view!) : new EmailReport.Known(view!);
    }

    public async Task<EmailReport> ReportAsync(
        Guid userId, Guid emailId, EmailEventInput happened, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var mail = await db.Set<EmailRow>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.EmailId == emailId && e.UserId == userId, stop);
        if (mail is null) return new EmailReport.Unknown();
        var (read, problems) = EventReading.Read(
            happened, mail.ToMessage(), EmailRow.Read(mail.UserAddress), time.GetUtcNow());
        if (read is null) return new EmailReport.Refused(problems);
        await db.CountEventAsync(emailId, read, stop);
        if (read.Answer is { } answer)
            await TakeAsync(db, userId, answer, EmailRow.Read(mail.UserAddress), [answer.From], stop);

        Tell(userId);
        return new EmailReport.Known((await db.ViewEmailAsync(userId, emailId, stop))!);
    }

    public async Task<EmailView?> FindAsync(Guid userId, Guid emailId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.ViewEmailAsync(userId, emailId, stop);
    }

    private void Tell(Guid userId)
    {
        live.Tell(userId, LiveChange.Emails);
        wishes.Request(userId);
    }

    private async Task<(Guid Id, bool IsNew)> TakeAsync(
        AppDb db,
        Guid userId,
        EmailMessage mail,
        EmailAddress user,
        IReadOnlyList<EmailAddress> addresses,
        CancellationToken stop)
    {
        var key = EmailIds.MessageKey(mail.MessageId, mail.From);
        var id = EmailIds.Email(userId, key);
        var rule = EmailSettings.From(await db.ViewSettingsAsync(userId, stop));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var isNew = !await db.Set<EmailRow>().AnyAsync(e => e.EmailId == id, stop);
        if (isNew) Add(db, EmailRow.From(id, userId, key, mail, user, time.GetUtcNow()), addresses, rule);
        else await TryAgainAsync(db, id, mail, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (id, isNew);
    }

    private static void Add(AppDb db, EmailRow row, IReadOnlyList<EmailAddress> addresses, EmailSettings rule)
    {
        var traits = new MailTraits(EmailRow.Read(row.UserAddress), row.IsReply);
        var waits = false;
        foreach (var address in addresses)
        {
            var excluded = LogRule.Exclusion(traits, address, rule);
            waits |= excluded is null;
            db.Add(new EmailRecipientRow
            {
                EmailId = row.EmailId,
                Address = address.Key,
                UserId = row.UserId,
                Name = address.Name,
                State = excluded is null ? EmailState.Waiting : EmailState.NotLogged,
                Reason = excluded ?? EmailReason.Waiting,
                SettledAt = row.ReportedAt,
            });
        }

        if (!waits) row.Body = null;
        db.Add(row);
    }

    /// <summary>What was not logged is decided anew: the rule, or Salesforce, may have changed its mind.</summary>
    private static async Task TryAgainAsync(AppDb db, Guid emailId, EmailMessage mail, CancellationToken stop)
    {
        var unlogged = await db.Set<EmailRecipientRow>()
            .Where(r => r.EmailId == emailId && r.State == EmailState.NotLogged).ToListAsync(stop);
        if (unlogged.Count == 0) return;
        unlogged.ForEach(row => row.Wake());
        var email = await db.Set<EmailRow>().SingleAsync(e => e.EmailId == emailId, stop);
        if (email.Body is null) (email.Body, email.BodyLength) = (mail.Body, mail.BodyLength);
    }
}
