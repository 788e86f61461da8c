using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>An outgoing mail as its user is told of it.</summary>
internal static class OutgoingViews
{
    /// <summary>Null when the user has none of that id.</summary>
    public static Task<OutgoingEmailRow?> FindOutgoingAsync(
        this AppDb db, Guid userId, Guid id, CancellationToken stop) =>
        db.Set<OutgoingEmailRow>().SingleOrDefaultAsync(o => o.OutgoingId == id && o.UserId == userId, stop);

    public static async Task<OutgoingEmail> ViewAsync(this AppDb db, OutgoingEmailRow row, CancellationToken stop)
    {
        var files = await db.Set<OutgoingAttachmentRow>().AsNoTracking().Where(a => a.OutgoingId == row.OutgoingId)
            .OrderBy(a => a.AttachmentId).ToListAsync(stop);
        var isReported = await db.Set<EmailRow>().AnyAsync(e => e.EmailId == row.EmailId, stop);
        return new OutgoingEmail(
            row.OutgoingId,
            row.Version,
            row.ToDraft(),
            [.. files.Select(f => new OutgoingEmail.Attachment(f.AttachmentId, f.Name, f.Bytes))],
            row.State,
            row.ChangedAt,
            row.ScheduledAt,
            row.RetryAt,
            row.SentAt,
            row.Problem,
            row.Answer,
            row.Attempts,
            StoredJson.Read<string[]>(row.Refused),
            isReported ? row.EmailId : null,
            row.BccAddress is not null,
            row.ArchivedAt is not null,
            row.DeletedAt is not null);
    }
}
