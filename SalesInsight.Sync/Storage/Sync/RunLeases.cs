using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>
/// The lease of a connection. Taking it is a compare and set inside a write transaction; a lease that ran out is still
/// good until somebody takes it, since only the epoch decides. Every step of a run touches it: hence the plain SQL.
/// </summary>
internal sealed class RunLeases(IDbContextFactory<AppDb> databases)
{
    private static readonly PreparedQuery<Func<AppDb, Guid, CancellationToken, Task<RunLeaseRow?>>> Lease = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, CancellationToken _) =>
            db.Set<RunLeaseRow>().SingleOrDefault(l => l.ConnectionId == connectionId)));

    public async Task<RunLease?> TakeAsync(
        Guid connectionId, string holder, TimeSpan duration, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = await db.NowAsync(stop);
        var row = await Lease.In(db)(db, connectionId, stop);
        if (row is not null && row.ExpiresAt > now) return null;

        row ??= db.Add(new RunLeaseRow { ConnectionId = connectionId }).Entity;
        row.Epoch++;
        row.Holder = holder;
        row.ExpiresAt = now + duration;
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new RunLease(connectionId, row.Epoch, holder, row.ExpiresAt, row.KnownAt);
    }

    public async Task<RunLease?> RenewAsync(RunLease lease, TimeSpan duration, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        var expiresAt = await db.NowAsync(stop) + duration;
        return await SetExpiryAsync(db, lease, expiresAt, stop) ? lease with { ExpiresAt = expiresAt } : null;
    }

    public async Task ReleaseAsync(RunLease lease, CancellationToken stop)
    {
        await using var db = databases.CreateDbContext();
        await SetExpiryAsync(db, lease, await db.NowAsync(stop), stop);
    }

    /// <summary>
    /// Throws <see cref="LeaseLostException"/> when the epoch has moved on. The update notes what the transaction rests
    /// on, and keeps anybody from moving the epoch before the commit.
    /// </summary>
    public static async Task DemandAsync(AppDb db, RunLease lease, CancellationToken stop)
    {
        var knownAt = db.ToStored(lease.KnownAt);
        var held = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE run_leases SET "KnownAt" = {knownAt}
            WHERE "ConnectionId" = {lease.ConnectionId} AND "Epoch" = {lease.Epoch}
            """,
            stop);
        if (held == 0) throw new LeaseLostException(lease.ConnectionId, lease.Epoch);
    }

    private static async Task<bool> SetExpiryAsync(
        AppDb db, RunLease lease, DateTimeOffset expiresAt, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE run_leases SET "ExpiresAt" = {db.ToStored(expiresAt)}
            WHERE "ConnectionId" = {lease.ConnectionId} AND "Epoch" = {lease.Epoch}
            """,
            stop) == 1;
}
