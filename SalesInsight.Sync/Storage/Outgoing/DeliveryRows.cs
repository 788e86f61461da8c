using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;
using SalesInsight.Sync.Storage.SettingLevels;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>Between rows and what a delivery run works with.</summary>
internal static class DeliveryRows
{
    /// <summary>What may go out at a time.</summary>
    public static IQueryable<OutgoingEmailRow> DueAt(this IQueryable<OutgoingEmailRow> rows, DateTimeOffset now) =>
        rows.Where(o => (o.State == State.Waiting && (o.RetryAt == null || o.RetryAt <= now))
            || (o.State == State.Scheduled && o.ScheduledAt <= now));

    public static async Task<(EmailAddress Address, string Name)?> FindSenderAsync(
        this AppDb db, Guid userId, CancellationToken stop)
    {
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId && !u.IsDeactivated)
            .Select(u => new { u.Email, u.DisplayName }).SingleOrDefaultAsync(stop);
        return EmailAddress.Parse(user?.Email) is { } address ? (address, user!.DisplayName) : null;
    }

    /// <summary>Null when its user cannot send.</summary>
    public static async Task<OutgoingMail?> ComposeAsync(this AppDb db, OutgoingEmailRow row, CancellationToken stop)
    {
        if (await db.FindSenderAsync(row.UserId, stop) is not { } sender) return null;
        var messageId = MessageIdOf(row.OutgoingId, sender.Address);
        var (to, cc) = DraftReading.Addresses(row.ToDraft());
        var refused = StoredJson.Read<string[]>(row.Refused).Select(EmailAddress.Parse).OfType<EmailAddress>().ToList();
        if (refused.Count > 0) (to, cc) = ([.. to.Concat(cc).Where(refused.Contains)], []);
        return new OutgoingMail(
            row.OutgoingId,
            row.UserId,
            row.Attempts,
            messageId,
            EmailIds.Email(row.UserId, EmailIds.MessageKey(messageId, sender.Address)),
            sender.Address,
            sender.Name,
            to,
            cc,
            await db.BccAsync(row, refused.Count > 0, stop),
            row.Subject,
            row.Html,
            [.. await db.AttachmentsAsync(row.OutgoingId, stop)]);
    }

    public static void Write(this OutgoingEmailRow row, OutgoingMail mail, Delivered delivered, DateTimeOffset now)
    {
        var wasSent = row.SentAt is not null;
        (row.State, row.Problem, row.Answer) = (delivered.State, delivered.Problem, delivered.Answer);
        row.RetryAt = delivered.RetryAt;
        row.Version++;
        if (delivered.State == State.Sent)
        {
            var bcc = mail.Bcc?.Key;
            row.SentAt ??= now;
            row.Refused = StoredJson.Write(delivered.Refused.Where(a => EmailAddress.Parse(a)?.Key != bcc));
            if (bcc is not null && !delivered.Refused.Any(a => EmailAddress.Parse(a)?.Key == bcc)) row.BccAddress = bcc;
            if (row.Refused == "[]") (row.Problem, row.Answer) = (null, null);
        }
        else if (wasSent && delivered.State == State.Undelivered)
        {
            // the others have it: it stays sent, and says for whom it is not
            (row.State, row.Problem) = (State.Sent, Failure.RefusedInPart);
        }
    }

    /// <summary>Null when its user can no longer be told.</summary>
    public static async Task<SentMail?> ReportOfAsync(this AppDb db, OutgoingEmailRow row, CancellationToken stop)
    {
        if (await db.FindSenderAsync(row.UserId, stop) is not { } sender) return null;
        var (to, cc) = DraftReading.Addresses(row.ToDraft());
        var files = await db.AttachmentsAsync(row.OutgoingId, stop);
        return new SentMail(
            row.OutgoingId,
            new EmailInput
            {
                MessageId = MessageIdOf(row.OutgoingId, sender.Address),
                From = sender.Address.Key,
                To = [.. to.Select(Text)],
                Cc = [.. cc.Select(Text)],
                Subject = row.Subject,
                Html = row.Html,
                SentAt = row.SentAt,
                Attachments = [.. files.Select(f => new EmailInput.Attachment(f.Name, f.Bytes))],
            },
            [.. StoredJson.Read<string[]>(row.Refused)]);
    }

    /// <summary>Active means a hidden copy; of a mail that already went to others it was sent with them.</summary>
    private static async Task<EmailAddress?> BccAsync(
        this AppDb db, OutgoingEmailRow row, bool isForRefused, CancellationToken stop)
    {
        if (isForRefused) return null;
        var settings = await db.ViewSettingsAsync(row.UserId, stop);
        return settings.Of(SettingKeys.EmailBcc).Value
            ? EmailAddress.Parse(settings.Of(SettingKeys.EmailBccAddress).Value)
            : null;
    }

    private static async Task<List<OutgoingEmail.Attachment>> AttachmentsAsync(
        this AppDb db, Guid outgoingId, CancellationToken stop)
    {
        var rows = await db.Set<OutgoingAttachmentRow>().AsNoTracking().Where(a => a.OutgoingId == outgoingId)
            .OrderBy(a => a.AttachmentId).ToListAsync(stop);
        return [.. rows.Select(a => new OutgoingEmail.Attachment(a.AttachmentId, a.Name, a.Bytes))];
    }

    private static string MessageIdOf(Guid id, EmailAddress sender) => $"{id:N}@{sender.Domain}";

    private static string Text(EmailAddress address) =>
        address.Name is { } name
            ? $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\" <{address.Key}>"
            : address.Key;
}
