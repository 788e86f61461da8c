using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>What is not kept for ever.</summary>
internal static class EmailPurge
{
    /// <summary>
    /// Of a deleted mail its ids and addresses stay: a repeated report is known by them, and nobody is logged to twice.
    /// </summary>
    public static async Task PurgeEmailsAsync(
        this AppDb db, DateTimeOffset reportedBefore, DateTimeOffset deletedBefore, CancellationToken stop)
    {
        await db.Set<EmailRow>().Where(e => e.Body != null && e.ReportedAt < reportedBefore)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, (string?)null), stop);

        var nothing = StoredJson.Write(new EmailRow.Envelope([], [], []));
        var gone = db.Set<EmailRow>().Where(e => e.DeletedAt < deletedBefore && e.Addressed != nothing);
        await db.Set<EmailRecipientRow>().Where(r => gone.Any(e => e.EmailId == r.EmailId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Name, (string?)null).SetProperty(r => r.Message, (string?)null), stop);
        await db.Set<EmailLogRow>().Where(l => l.IsDone && gone.Any(e => e.EmailId == l.EmailId))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Subject, ""), stop);
        await gone.ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Subject, "").SetProperty(e => e.Body, (string?)null)
                .SetProperty(e => e.Addressed, nothing),
            stop);
    }
}
