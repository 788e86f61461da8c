using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>Counts what happened to mails, each event once.</summary>
internal static class EmailEvents
{
    /// <summary>Events of one kind and address that are counted; one more would say nothing new.</summary>
    public const int PerAddressMax = 1_000;

    public static async Task CountEventAsync(
        this AppDb db, Guid emailId, EmailEvent happened, CancellationToken stop)
    {
        var (address, kind) = (happened.Address.Key, happened.Kind);
        var id = EmailIds.Event(emailId, happened.Address, kind, happened.Key);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var alike = db.Set<EmailEventRow>().Where(e => e.EmailId == emailId && e.Address == address && e.Kind == kind);
        if (await alike.AnyAsync(e => e.EventId == id, stop)) return;
        if (await alike.CountAsync(stop) >= PerAddressMax) return;

        db.Add(new EmailEventRow { EventId = id, EmailId = emailId, Address = address, Kind = kind, At = happened.At });
        var row = await db.Set<EmailRecipientRow>()
            .SingleAsync(r => r.EmailId == emailId && r.Address == address, stop);
        Mark(row, kind, happened.At);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static void Mark(EmailRecipientRow row, EmailEventInput.Kind kind, DateTimeOffset at)
    {
        row.MarksVersion++;
        if (kind == EmailEventInput.Kind.Opened) row.Viewed++;
        else if (kind == EmailEventInput.Kind.Clicked) row.Clicked++;
        else if (kind == EmailEventInput.Kind.Replied) row.RepliedAt = Earlier(row.RepliedAt, at);
        else row.BouncedAt = Earlier(row.BouncedAt, at);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;
}
