using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;
using static SalesInsight.Sync.EmailDelivery.OutgoingResult;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>A user's own mails in the database. Rights: every row is looked up together with its user's id.</summary>
internal sealed class OutgoingEmails(
    IDbContextFactory<AppDb> databases,
    EmailFiles files,
    IIdSource ids,
    TimeProvider time,
    ILiveUpdates live,
    DeliveryWishes wishes) : IOutgoingEmails
{
    private readonly OutgoingLists _lists = new(databases, time);
    private readonly EmailFiling _filing = new(databases, time);
    private readonly OutgoingAttachments _attachments = new(databases, files, ids, time);

    public async Task<OutgoingResult> SaveDraftAsync(
        Guid userId, Guid? id, long version, OutgoingDraft draft, CancellationToken stop)
    {
        if (DraftReading.Keep(draft) is { Count: > 0 } problems) return new Refused(problems);
        var clean = draft with { Html = MailHtml.Clean(draft.Html) };
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = id is { } known ? await db.FindOutgoingAsync(userId, known, stop) : null;
        if (id is not null && row is null) return new Unknown();
        if (row is null && await CountOpenAsync(db, userId, stop) >= OutgoingLimits.OpenMailsMax)
            return new Refused([new(nameof(draft.Subject), ProblemCode.TooManyMails)]);
        if (row is not null && row.Version != version) return new Stale(await db.ViewAsync(row, stop));
        if (row is not null && !OutgoingRules.CanEdit(row.State)) return new TooLate(await db.ViewAsync(row, stop));

        row ??= db.Add(new OutgoingEmailRow { OutgoingId = ids.Next(), UserId = userId }).Entity;
        row.Write(clean);
        row.ForgetTries();
        return await CommitAsync(db, row, State.Draft, stop);
    }

    public Task<OutgoingResult> SendAsync(Guid userId, Guid id, CancellationToken stop) =>
        MoveAsync(userId, id, row => OutgoingRules.CanSend(row.State, row.Problem), null, State.Waiting, stop);

    public async Task<OutgoingResult> ScheduleAsync(Guid userId, Guid id, DateTimeOffset at, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (at < now - OutgoingLimits.ScheduleGrace || at > now + OutgoingLimits.ScheduleMax)
            return new Refused([new(nameof(OutgoingEmail.ScheduledAt), ProblemCode.TimeOutOfRange)]);
        return await MoveAsync(
            userId, id, row => OutgoingRules.CanEdit(row.State), at.ToUniversalTime(), State.Scheduled, stop);
    }

    public Task<OutgoingResult> TakeBackAsync(Guid userId, Guid id, CancellationToken stop) =>
        MoveAsync(userId, id, row => OutgoingRules.CanTakeBack(row.State), null, State.Draft, stop);

    public Task<OutgoingResult> ConfirmSentAsync(Guid userId, Guid id, CancellationToken stop) => MoveAsync(
        userId, id, row => OutgoingRules.CanConfirm(row.State, row.Problem), null, State.Sent, stop);

    public async Task<OutgoingEmail?> FindAsync(Guid userId, Guid id, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.FindOutgoingAsync(userId, id, stop) is { } row ? await db.ViewAsync(row, stop) : null;
    }

    public Task<EmailFolder> ListAsync(
        Guid userId, EmailFolder.Kind kind, string? search, int skip, int take, CancellationToken stop) =>
        _lists.ListAsync(userId, kind, search, skip, take, stop);

    public Task<IReadOnlyDictionary<EmailFolder.Kind, int>> CountAsync(Guid userId, CancellationToken stop) =>
        _lists.CountAsync(userId, stop);

    public Task<bool> ArchiveAsync(Guid userId, Guid rowId, CancellationToken stop) =>
        TellAsync(userId, _filing.ArchiveAsync(userId, rowId, stop));

    public Task<bool> DeleteAsync(Guid userId, Guid rowId, CancellationToken stop) =>
        TellAsync(userId, _filing.DeleteAsync(userId, rowId, stop));

    public Task<bool> RestoreAsync(Guid userId, Guid rowId, CancellationToken stop) =>
        TellAsync(userId, _filing.RestoreAsync(userId, rowId, stop));

    public Task<OutgoingResult> AttachAsync(
        Guid userId, Guid id, string name, Stream content, CancellationToken stop) =>
        _attachments.AttachAsync(userId, id, name, content, stop);

    public Task<OutgoingResult> DetachAsync(Guid userId, Guid id, Guid attachmentId, CancellationToken stop) =>
        _attachments.DetachAsync(userId, id, attachmentId, stop);

    /// <summary>What goes out is judged whole; what is taken back need not be.</summary>
    private async Task<OutgoingResult> MoveAsync(
        Guid userId,
        Guid id,
        Func<OutgoingEmailRow, bool> isAllowed,
        DateTimeOffset? scheduledAt,
        State next,
        CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.FindOutgoingAsync(userId, id, stop) is not { } row) return new Unknown();
        var now = time.GetUtcNow();
        if (!isAllowed(row)) return new TooLate(await db.ViewAsync(row, stop));
        if (next is State.Waiting or State.Scheduled && DraftReading.Send(row.ToDraft()) is { Count: > 0 } problems)
            return new Refused(problems);

        // of a mail that went to the others, who was refused is whom the next try is for
        if (!OutgoingRules.IsRefusedInPart(row.State, row.Problem)) row.Refused = "[]";
        row.ForgetTries();
        row.ScheduledAt = scheduledAt;
        (row.ArchivedAt, row.DeletedAt) = (null, null);
        if (next == State.Sent) row.SentAt = row.AttemptedAt ?? now;
        return await CommitAsync(db, row, next, stop);
    }

    private async Task<OutgoingResult> CommitAsync(
        AppDb db, OutgoingEmailRow row, State next, CancellationToken stop)
    {
        row.State = next;
        row.Version++;
        row.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(stop);
        await db.Database.CurrentTransaction!.CommitAsync(stop);
        live.Tell(row.UserId, LiveChange.Emails);
        if (next is not State.Draft) wishes.Request(row.UserId);
        return new Done(await db.ViewAsync(row, stop));
    }

    private async Task<bool> TellAsync(Guid userId, Task<bool> filing)
    {
        var isDone = await filing;
        if (isDone) live.Tell(userId, LiveChange.Emails);
        return isDone;
    }

    private static Task<int> CountOpenAsync(AppDb db, Guid userId, CancellationToken stop) =>
        db.Set<OutgoingEmailRow>().CountAsync(
            o => o.UserId == userId && o.DeletedAt == null
                && (o.State == State.Draft || o.State == State.Scheduled || o.State == State.Waiting),
            stop);
}
