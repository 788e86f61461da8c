using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Ledger;
using SalesInsight.Sync.Runs;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>What a run reads and writes, over the one context.</summary>
internal sealed class SyncStore(IDbContextFactory<AppDb> databases, ILiveUpdates live) : ISyncStore
{
    private readonly RunLeases _leases = new(databases);

    /// <summary>By connection: a pair of organization and user never moves to another user of ours.</summary>
    private readonly ConcurrentDictionary<Guid, Guid> _users = new();

    public async Task<SyncConnection?> FindConnectionAsync(Guid connectionId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return (await db.ListSyncConnectionsAsync(connectionId, stop)).SingleOrDefault();
    }

    public async Task<ImmutableArray<SyncConnection>> ListConnectionsAsync(CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return [.. (await db.ListSyncConnectionsAsync(null, stop)).Where(c => c.UserIsActive)];
    }

    public Task<RunLease?> TakeLeaseAsync(
        Guid connectionId, string holder, TimeSpan duration, CancellationToken stop) =>
        _leases.TakeAsync(connectionId, holder, duration, stop);

    public Task<RunLease?> RenewLeaseAsync(RunLease lease, TimeSpan duration, CancellationToken stop) =>
        _leases.RenewAsync(lease, duration, stop);

    public Task ReleaseLeaseAsync(RunLease lease, CancellationToken stop) => _leases.ReleaseAsync(lease, stop);

    public async Task<ImmutableArray<StagedTask>> StageLocalAsync(Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.LoadInOrderAsync(await db.ListToStageAsync(connectionId, max, stop), stop);
    }

    public async Task<ImmutableArray<string>> ListLookAgainAsync(Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return [.. await db.ListLookAgainAsync(connectionId, max, stop)];
    }

    public async Task<ImmutableDictionary<string, StagedTask>> FindBySalesforceIdsAsync(
        Guid connectionId, IReadOnlyCollection<string> salesforceIds, CancellationToken stop)
    {
        if (salesforceIds.Count == 0) return ImmutableDictionary<string, StagedTask>.Empty;
        await using var db = databases.CreateDbContext();
        var known = await db.ListKnownIdsAsync(connectionId, salesforceIds, stop);
        var loaded = await db.LoadStagedAsync([.. known.Select(k => k.TaskId).Distinct()], stop);

        // Two tasks may know one record only when one of them has moved on to another: the one it is linked to counts.
        return known.Where(k => loaded.ContainsKey(k.TaskId)).GroupBy(k => k.SalesforceId, k => loaded[k.TaskId])
            .ToImmutableDictionary(g => g.Key, g => g.MaxBy(t => t.Link?.SalesforceId == g.Key)!);
    }

    public async Task<ImmutableDictionary<Guid, StagedTask>> FindByTaskIdsAsync(
        IReadOnlyCollection<Guid> taskIds, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.LoadStagedAsync(taskIds, stop);
    }

    public async Task<ImmutableArray<StagedTask>> ListUnreadAsync(
        Guid connectionId, UnreadSince since, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.LoadInOrderAsync(await db.ListUnreadAsync(connectionId, since, max, stop), stop);
    }

    public async Task<ImmutableArray<StagedTask>> ListUnlinkedAsync(
        Guid connectionId, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var userId = await UserOfAsync(db, connectionId, stop);
        return await db.LoadInOrderAsync(await db.Unlinked(userId).Take(max).ToListAsync(stop), stop);
    }

    public async Task<ImmutableArray<HeldRow>> ListHeldAsync(Guid connectionId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return [.. (await db.ListHeldAsync(connectionId, stop)).Select(h => h.ToHeld())];
    }

    public async Task AnswerHeldAsync(
        Guid connectionId, IReadOnlyCollection<Guid> taskIds, bool approve, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<HeldDeletionRow>().Where(h => h.ConnectionId == connectionId && taskIds.Contains(h.TaskId))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Approved, approve), stop);
        live.Tell(await UserOfAsync(db, connectionId, stop), LiveChange.Tasks);
    }

    public async Task PutConfirmedLinksAsync(
        Guid connectionId, IReadOnlyCollection<ConfirmedLink> links, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.ReplaceConfirmedAsync(connectionId, links, stop);
    }

    public async Task<ImmutableArray<ConfirmedLink>> ListConfirmedLinksAsync(
        Guid connectionId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return [.. await db.ListConfirmedAsync(connectionId, stop)];
    }

    public async Task<SyncStanding> ReadStandingAsync(Guid userId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.ReadStandingAsync(userId, stop);
    }

    public async Task<int> CountLinksAsync(Guid connectionId, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<TaskLinkRow>()
            .CountAsync(l => l.ConnectionId == connectionId && l.State == LinkState.Active, stop);
    }

    public async Task<int> CountUnconfirmedDeletionsAsync(
        Guid connectionId, DateTimeOffset since, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<DecisionRecordRow>().CountAsync(
            r => r.ConnectionId == connectionId && r.At >= since && r.Outcome == DecisionOutcome.RemovedHere
                && !r.IsConfirmed,
            stop);
    }

    public async Task<IRunTransaction> BeginAsync(RunLease lease, CancellationToken stop)
    {
        var db = databases.CreateDbContext();
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(stop);
            await RunLeases.DemandAsync(db, lease, stop);
            var userId = await UserOfAsync(db, lease.ConnectionId, stop);
            return new RunTransaction(db, transaction, lease, userId, live);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task AppendAsync(IReadOnlyCollection<DecisionRecord> records, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        db.AddRange(records.Select(r => DecisionRecordRow.From(r, isConfirmed: false)));
        await db.SaveChangesAsync(stop);
    }

    public async Task AddRunAsync(RunRecord run, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        db.Add(SyncRunRow.From(run));
        await db.SaveChangesAsync(stop);
    }

    public async Task MarkNeedsReconnectAsync(Guid connectionId, SalesforceFault fault, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.MarkNeedsReconnectAsync(connectionId, fault, stop);
        live.Tell(await UserOfAsync(db, connectionId, stop), LiveChange.Account);
    }

    public async Task<ImmutableArray<string>> ListUnnamedAsync(
        Guid connectionId, DateTimeOffset namedBefore, int max, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var userId = await UserOfAsync(db, connectionId, stop);
        return [.. await db.ListUnnamedAsync(userId, connectionId, namedBefore, max, stop)];
    }

    public async Task PutNamesAsync(
        Guid connectionId, IReadOnlyCollection<string> asked, IReadOnlyCollection<RecordName> found,
        DateTimeOffset at, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await db.PutNamesAsync(connectionId, asked, found, at, stop);
        if (found.Count > 0) live.Tell(await UserOfAsync(db, connectionId, stop), LiveChange.Tasks);
    }

    private async Task<Guid> UserOfAsync(AppDb db, Guid connectionId, CancellationToken stop)
    {
        if (_users.TryGetValue(connectionId, out var known)) return known;
        return _users[connectionId] = await db.Set<ConnectionRow>().Where(c => c.Id == connectionId)
            .Select(c => c.UserId).SingleAsync(stop);
    }
}
