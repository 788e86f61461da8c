using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.EmailLog.Outbox;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Sync;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Emails;

/// <summary>What a logging run reads and writes, over the one context.</summary>
internal sealed class EmailStore(IDbContextFactory<AppDb> databases) : IEmailStore
{
    private readonly RunLeases _leases = new(databases);

    public Task<RunLease?> TakeLeaseAsync(
        Guid connectionId, string holder, TimeSpan duration, CancellationToken stop) =>
        _leases.TakeAsync(EmailIds.Lease(connectionId), holder, duration, stop);

    public Task<RunLease?> RenewLeaseAsync(RunLease lease, TimeSpan duration, CancellationToken stop) =>
        _leases.RenewAsync(lease, duration, stop);

    public Task ReleaseLeaseAsync(RunLease lease, CancellationToken stop) => _leases.ReleaseAsync(lease, stop);

    public async Task<ImmutableArray<StagedEmail>> StageAsync(
        Guid userId, DateTimeOffset now, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.StageEmailsAsync(userId, now, max, stop);
    }

    public async Task<DateTimeOffset?> NextDueAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var times = db.Set<EmailRecipientRow>().Where(r => r.UserId == userId && r.State == EmailState.Waiting)
            .Select(r => r.RetryAt);
        if (await times.AnyAsync(at => at == null, stop)) return DateTimeOffset.MinValue;
        return await times.MinAsync(stop);
    }

    public async Task<ImmutableArray<Guid>> ListDueConnectionsAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var due = db.Set<EmailRecipientRow>()
            .Where(r => r.State == EmailState.Waiting && (r.RetryAt == null || r.RetryAt <= now));
        return
        [
            .. await db.Set<ConnectionRow>().Where(SyncConnections.IsAlive)
                .Where(c => due.Any(r => r.UserId == c.UserId)
                    || db.Set<EmailLogRow>().Any(r => r.ConnectionId == c.Id && r.RollUpDue))
                .Select(c => c.Id).ToListAsync(stop),
        ];
    }

    public async Task<ImmutableDictionary<Guid, StoredEmail>> LoadAsync(
        IReadOnlyCollection<Guid> emailIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.LoadEmailsAsync(emailIds, stop);
    }

    public async Task<ImmutableArray<LogEntry>> ListOpenAsync(Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<EmailLogRow>().AsNoTracking().Where(r => r.ConnectionId == connectionId && !r.IsDone)
            .OrderBy(r => r.At).ThenBy(r => r.LogId).Take(max).ToListAsync(stop);
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task<ImmutableDictionary<Guid, LogEntry>> FindAsync(
        IReadOnlyCollection<Guid> logIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<EmailLogRow>().AsNoTracking().Where(r => logIds.Contains(r.LogId)).ToListAsync(stop);
        return rows.ToImmutableDictionary(r => r.LogId, r => r.ToEntry());
    }

    public async Task<ImmutableHashSet<string>> FindKnownAsync(
        Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var known = await db.Set<EmailLogRow>()
            .Where(r => r.ConnectionId == connectionId && salesforceIds.Contains(r.SalesforceId!))
            .Select(r => r.SalesforceId!).ToListAsync(stop);
        return [.. known];
    }

    public async Task<bool> HasWorkAsync(
        Guid connectionId, Guid userId, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<EmailRecipientRow>().AnyAsync(
                r => r.UserId == userId && r.State == EmailState.Waiting && (r.RetryAt == null || r.RetryAt <= now),
                stop)
            || await db.Set<EmailLogRow>().AnyAsync(
                r => r.ConnectionId == connectionId && (!r.IsDone || r.RollUpDue), stop)
            || !(await db.ListUnmarkedAsync(connectionId, 1, stop)).IsEmpty;
    }

    public async Task<ImmutableArray<LogEntry>> ListDoneAsync(
        IReadOnlyCollection<Guid> emailIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<EmailLogRow>().AsNoTracking()
            .Where(r => emailIds.Contains(r.EmailId) && r.IsDone && r.Kind == LogEntry.Entity.Activity)
            .ToListAsync(stop);
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task<ImmutableHashSet<Guid>> ClaimAsync(
        RunLease lease, IReadOnlyCollection<Intent> intents, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunLeases.DemandAsync(db, lease, stop);
        var ids = intents.Select(i => i.Entry.Id).ToList();
        var taken = await db.Set<EmailLogRow>().Where(r => ids.Contains(r.LogId)).Select(r => r.LogId)
            .ToHashSetAsync(stop);
        var free = intents.Where(i => !taken.Contains(i.Entry.Id)).ToList();
        await db.WriteIntentsAsync(free, stop);
        await transaction.CommitAsync(stop);
        return [.. free.Select(i => i.Entry.Id)];
    }

    public async Task CommitAsync(RunLease lease, EmailChanges changes, CancellationToken stop)
    {
        if (changes.IsEmpty) return;
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunLeases.DemandAsync(db, lease, stop);
        await db.WriteAsync(changes, stop);
        await transaction.CommitAsync(stop);
    }

    public async Task<ImmutableArray<UnmarkedEntry>> ListUnmarkedAsync(
        Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.ListUnmarkedAsync(connectionId, max, stop);
    }

    public async Task PutMarkedAsync(
        RunLease lease, IReadOnlyCollection<UnmarkedEntry> marked, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunLeases.DemandAsync(db, lease, stop);
        foreach (var group in marked.GroupBy(m => m.Version))
        {
            var ids = group.Select(m => m.LogId).ToList();
            await db.Set<EmailLogRow>().Where(r => ids.Contains(r.LogId))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.MarkedVersion, group.Key), stop);
        }

        await transaction.CommitAsync(stop);
    }

    public async Task<ImmutableArray<LogEntry>> ListRollUpDueAsync(
        Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<EmailLogRow>().AsNoTracking().Where(r => r.ConnectionId == connectionId && r.RollUpDue)
            .OrderBy(r => r.At).ThenBy(r => r.LogId).Take(max).ToListAsync(stop);
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task PutRolledUpAsync(RunLease lease, IReadOnlyCollection<Guid> logIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RunLeases.DemandAsync(db, lease, stop);
        await db.Set<EmailLogRow>().Where(r => logIds.Contains(r.LogId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.RollUpDue, false), stop);
        await transaction.CommitAsync(stop);
    }

    public async Task PurgeAsync(
        DateTimeOffset reportedBefore, DateTimeOffset deletedBefore, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.PurgeEmailsAsync(reportedBefore, deletedBefore, stop);
        await transaction.CommitAsync(stop);
    }

    public async Task DropTextsAsync(Guid userId, DateTimeOffset reportedBefore, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<EmailRow>().Where(e => e.UserId == userId && e.ReportedAt < reportedBefore && e.Body != null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, (string?)null), stop);
    }
}
