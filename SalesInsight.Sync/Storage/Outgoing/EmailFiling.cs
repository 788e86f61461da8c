using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>
/// Puts mails away, deletes and restores them, whether they were written here or reported. A mail that is both carries
/// the mark on both rows, so that it stays away when the outgoing one is purged.
/// </summary>
internal sealed class EmailFiling(IDbContextFactory<AppDb> databases, TimeProvider time)
{
    public Task<bool> ArchiveAsync(Guid userId, Guid id, CancellationToken stop) => FileAsync(
        userId, id, row => OutgoingRules.CanArchive(row.State), new Mark(time.GetUtcNow(), null), stop);

    public Task<bool> DeleteAsync(Guid userId, Guid id, CancellationToken stop) => FileAsync(
        userId, id, row => OutgoingRules.CanDelete(row.State), new Mark(null, time.GetUtcNow()), stop);

    public Task<bool> RestoreAsync(Guid userId, Guid id, CancellationToken stop) =>
        FileAsync(userId, id, _ => true, new Mark(null, null), stop);

    private async Task<bool> FileAsync(
        Guid userId, Guid id, Func<OutgoingEmailRow, bool> isAllowed, Mark mark, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var outgoing = await db.FindOutgoingAsync(userId, id, stop);
        if (outgoing is not null && !isAllowed(outgoing)) return false;
        if (outgoing is not null) Write(outgoing, mark);
        var emailId = outgoing is null ? id : outgoing.EmailId;
        var reported = await db.Set<EmailRow>()
            .Where(e => e.EmailId == emailId && e.UserId == userId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(e => e.ArchivedAt, mark.ArchivedAt)
                    .SetProperty(e => e.DeletedAt, mark.DeletedAt),
                stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return outgoing is not null || reported > 0;
    }

    /// <summary>What was about to go out does not, once it is deleted.</summary>
    private static void Write(OutgoingEmailRow row, Mark mark)
    {
        (row.ArchivedAt, row.DeletedAt) = (mark.ArchivedAt, mark.DeletedAt);
        row.Version++;
        if (mark.DeletedAt is null || !OutgoingRules.CanTakeBack(row.State)) return;
        row.State = State.Draft;
        row.ForgetTries();
    }

    private sealed record Mark(DateTimeOffset? ArchivedAt, DateTimeOffset? DeletedAt);
}
