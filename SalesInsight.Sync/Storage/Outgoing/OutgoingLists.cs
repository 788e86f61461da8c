using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Storage.Tables;
using static SalesInsight.Sync.EmailDelivery.EmailFolder;
using static SalesInsight.Sync.EmailDelivery.OutgoingEmail;

namespace SalesInsight.Sync.Storage.Outgoing;

/// <summary>
/// The folders of the Emails page: mails written here and mails other programs reported, as one list. A mail that is
/// both is listed once, as the outgoing one.
/// </summary>
internal sealed class OutgoingLists(IDbContextFactory<AppDb> databases, TimeProvider time)
{
    public async Task<EmailFolder> ListAsync(
        Guid userId, Kind kind, string? search, int skip, int take, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var found = Search(Folder(db, userId, kind), search);
        var total = await found.CountAsync(stop);
        var ordered = kind == Kind.Pending ? found.OrderBy(l => l.At) : found.OrderByDescending(l => l.At);
        var page = await ordered.ThenBy(l => l.Id).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 0, TakeMax))
            .ToListAsync(stop);
        return new EmailFolder(await new OutgoingRows(db).ReadAsync(page, stop), total);
    }

    public async Task<IReadOnlyDictionary<Kind, int>> CountAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var counts = new Dictionary<Kind, int>();
        foreach (var kind in Enum.GetValues<Kind>()) counts[kind] = await Folder(db, userId, kind).CountAsync(stop);
        return counts;
    }

    private IQueryable<Listed> Folder(AppDb db, Guid userId, Kind kind)
    {
        var deletedSince = time.GetUtcNow() - IOutgoingEmails.DeletedKept;
        var own = db.Set<OutgoingEmailRow>().Where(o => o.UserId == userId);
        var reported = db.Set<EmailRow>().Where(e => e.UserId == userId
            && !db.Set<OutgoingEmailRow>().Any(o => o.EmailId == e.EmailId));
        var (filedOwn, filedReported) = kind switch
        {
            Kind.Archived => (
                own.Where(o => o.ArchivedAt != null && o.DeletedAt == null),
                reported.Where(e => e.ArchivedAt != null && e.DeletedAt == null)),
            Kind.Deleted => (
                own.Where(o => o.DeletedAt > deletedSince), reported.Where(e => e.DeletedAt > deletedSince)),
            _ => (
                own.Where(o => o.ArchivedAt == null && o.DeletedAt == null),
                reported.Where(e => e.ArchivedAt == null && e.DeletedAt == null)),
        };
        return kind switch
        {
            Kind.Drafts => Own(filedOwn.Where(o => o.State == State.Draft)),
            Kind.Pending => Own(filedOwn.Where(
                o => o.State == State.Scheduled || o.State == State.Waiting || o.State == State.Sending)),
            Kind.Undelivered => Own(filedOwn.Where(o => o.State == State.Undelivered)),
            Kind.Sent => Own(filedOwn.Where(o => o.State == State.Sent))
                .Concat(Reported(filedReported.Where(e => e.Sender == e.UserAddress))),
            Kind.Replies => Reported(filedReported.Where(e => e.Sender != e.UserAddress)),
            _ => Own(filedOwn).Concat(Reported(filedReported)),
        };
    }

    private static IQueryable<Listed> Search(IQueryable<Listed> mails, string? search)
    {
        var typed = search?.Trim() ?? "";
        if (typed.Length == 0) return mails;
        if (typed.Length > SearchLengthMax) typed = typed[..SearchLengthMax];
        var pattern = $"%{typed.Replace("\\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
        return mails.Where(l =>
            EF.Functions.Like(l.Subject, pattern, @"\") || EF.Functions.Like(l.Text, pattern, @"\"));
    }

    private static IQueryable<Listed> Own(IQueryable<OutgoingEmailRow> rows) => rows.Select(o => new Listed
    {
        Id = o.OutgoingId,
        IsOutgoing = true,
        At = o.SentAt ?? o.RetryAt ?? o.ScheduledAt ?? o.ChangedAt,
        Subject = o.Subject,
        Text = o.Recipients,
    });

    private static IQueryable<Listed> Reported(IQueryable<EmailRow> rows) => rows.Select(e => new Listed
    {
        Id = e.EmailId,
        IsOutgoing = false,
        At = e.SentAt,
        Subject = e.Subject,
        Text = e.Sender + " " + e.Addressed,
    });

    /// <summary>What is searched and ordered by; the rest of a row is read for one page only.</summary>
    internal sealed class Listed
    {
        public Guid Id { get; init; }

        public bool IsOutgoing { get; init; }

        public DateTimeOffset At { get; init; }

        public string Subject { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
