using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>What a delivery run reads and writes, over the one context.</summary>
internal sealed class DeliveryStore(
    IDbContextFactory<AppDb> databases, IChannelStore channels, EmailFiles files, TimeProvider time, ILiveUpdates live)
    : IDeliveryStore
{
    public Task<ChannelAccess> ReadChannelAsync(Guid userId, CancellationToken stop) =>
        channels.ReadAsync(userId, stop);

    public async Task<ImmutableArray<Guid>> ListDueUsersAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var (begunBefore, sentSince) = (now - DeliveryLimits.SendingMax, now - DeliveryLimits.ReportAge);
        var deletedBefore = now - IOutgoingEmails.DeletedKept;
        var users = await db.Set<OutgoingEmailRow>().DueAt(now).Select(o => o.UserId)
            .Union(db.Set<OutgoingEmailRow>()
                .Where(o => (o.State == State.Sending && o.AttemptedAt < begunBefore)
                    || (o.State == State.Sent && o.SentAt > sentSince
                        && !db.Set<EmailRow>().Any(e => e.EmailId == o.EmailId))
                    || o.DeletedAt < deletedBefore)
                .Select(o => o.UserId))
            .ToListAsync(stop);
        return [.. users];
    }

    public async Task<DateTimeOffset?> NextDueAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var own = db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId);
        if (await own.AnyAsync(o => o.State == State.Waiting && o.RetryAt == null, stop))
            return DateTimeOffset.MinValue;
        var sending = await own.Where(o => o.State == State.Sending).MinAsync(o => o.AttemptedAt, stop);
        var closes = sending + DeliveryLimits.SendingMax;
        var due = await own.Where(o => o.State == State.Waiting).MinAsync(o => o.RetryAt, stop);
        var scheduled = await own.Where(o => o.State == State.Scheduled).MinAsync(o => o.ScheduledAt, stop);
        return new[] { closes, due, scheduled }.Min();
    }

    public async Task<ImmutableArray<DateTimeOffset>> ListAttemptsAsync(
        Guid userId, DateTimeOffset since, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var times = await db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId && o.AttemptedAt > since)
            .OrderBy(o => o.AttemptedAt).Select(o => o.AttemptedAt!.Value).ToListAsync(stop);
        return [.. times];
    }

    public async Task CloseOpenAsync(Guid userId, DateTimeOffset begunBefore, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var closed = await db.Set<OutgoingEmailRow>()
            .Where(o => o.UserId == userId && o.State == State.Sending && o.AttemptedAt < begunBefore)
            .ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, State.Undelivered)
                    .SetProperty(o => o.Problem, Failure.FateOpen)
                    .SetProperty(o => o.Version, o => o.Version + 1),
                stop);
        if (closed > 0) live.Tell(userId, LiveChange.Emails);
    }

    public async Task<OutgoingMail?> ClaimAsync(Guid userId, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = await db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId).DueAt(now)
            .OrderBy(o => o.ChangedAt).ThenBy(o => o.OutgoingId).FirstOrDefaultAsync(stop);
        if (row is null) return null;

        row.Attempts++;
        row.Version++;
        (row.AttemptedAt, row.RetryAt) = (now, null);
        var mail = await db.ComposeAsync(row, stop);
        row.State = State.Sending;
        row.EmailId = mail?.EmailId ?? row.EmailId;
        if (mail is null) (row.State, row.Problem, row.Answer) = (State.Undelivered, Failure.NoSender, null);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(userId, LiveChange.Emails);
        return mail;
    }

    public async Task SettleAsync(OutgoingMail mail, Delivered delivered, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = await db.Set<OutgoingEmailRow>().SingleOrDefaultAsync(
            o => o.OutgoingId == mail.Id && o.Attempts == mail.Attempt
                && (o.State == State.Sending || (o.State == State.Undelivered && o.Problem == Failure.FateOpen)), stop);
        if (row is null) return;
        row.Write(mail, delivered, time.GetUtcNow());
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        live.Tell(mail.UserId, LiveChange.Emails);
    }

    public async Task HoldOthersAsync(Guid userId, DateTimeOffset now, Delivered delivered, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId && o.SentAt == null).DueAt(now)
            .ExecuteUpdateAsync(
            set => set.SetProperty(o => o.State, delivered.State)
                .SetProperty(o => o.Problem, delivered.Problem)
                .SetProperty(o => o.Answer, delivered.Answer)
                .SetProperty(o => o.RetryAt, delivered.RetryAt)
                .SetProperty(o => o.Version, o => o.Version + 1),
            stop);
        live.Tell(userId, LiveChange.Emails);
    }

    public async Task<ImmutableArray<SentMail>> ListUnreportedAsync(
        Guid userId, DateTimeOffset sentSince, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<OutgoingEmailRow>().AsNoTracking()
            .Where(o => o.UserId == userId && o.State == State.Sent && o.SentAt > sentSince
                && !db.Set<EmailRow>().Any(e => e.EmailId == o.EmailId))
            .OrderBy(o => o.SentAt).Take(max).ToListAsync(stop);
        List<SentMail> sent = [];
        foreach (var row in rows)
            if (await db.ReportOfAsync(row, stop) is { } report) sent.Add(report);
        return [.. sent];
    }

    public async Task PutReportedAsync(Guid outgoingId, Guid emailId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = await db.Set<OutgoingEmailRow>().SingleOrDefaultAsync(o => o.OutgoingId == outgoingId, stop);
        if (row is null) return;
        row.EmailId = emailId;
        await db.SaveChangesAsync(stop);
        await db.Set<EmailRow>().Where(e => e.EmailId == emailId).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.ArchivedAt, row.ArchivedAt).SetProperty(e => e.DeletedAt, row.DeletedAt),
            stop);
        await transaction.CommitAsync(stop);
        live.Tell(row.UserId, LiveChange.Emails);
    }

    public async Task PurgeAsync(Guid userId, DateTimeOffset deletedBefore, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var gone = await db.Set<OutgoingEmailRow>()
            .Where(o => o.UserId == userId && o.DeletedAt < deletedBefore && o.State != State.Sending)
            .OrderBy(o => o.OutgoingId).Take(max).Select(o => o.OutgoingId).ToListAsync(stop);
        var attached = await db.Set<OutgoingAttachmentRow>().Where(a => gone.Contains(a.OutgoingId))
            .Select(a => a.AttachmentId).ToListAsync(stop);
        await db.Set<OutgoingEmailRow>().Where(o => gone.Contains(o.OutgoingId)).ExecuteDeleteAsync(stop);
        files.Delete(attached);
        await DeleteOrphansAsync(db, stop);
    }

    private async Task DeleteOrphansAsync(AppDb db, CancellationToken stop)
    {
        var old = files.ListOld(time.GetUtcNow());
        if (old.Count == 0) return;
        var named = await db.Set<OutgoingAttachmentRow>().Where(a => old.Contains(a.AttachmentId))
            .Select(a => a.AttachmentId).ToListAsync(stop);
        files.Delete(old.Except(named));
    }
}
