using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Grants;

/// <summary>Connections in the database. Every change reads and writes inside one write transaction.</summary>
internal sealed class ConnectionStore(
    IDbContextFactory<AppDb> databases, ITokenProtector protector, ILiveUpdates live) : IConnectionStore
{
    private static readonly PreparedQuery<Func<AppDb, Guid, CancellationToken, Task<ConnectionRow?>>> ById = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid connectionId, CancellationToken _) =>
            db.Set<ConnectionRow>().AsNoTracking().SingleOrDefault(c => c.Id == connectionId)));

    private readonly ConnectionRows _rows = new(protector);

    public async Task<StoredConnection?> FindAsync(Guid connectionId, CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        return Read(await ById.In(db)(db, connectionId, ct));
    }

    public Task<StoredConnection?> FindCurrentAsync(Guid userId, CancellationToken ct) =>
        FindAsync(c => c.UserId == userId && c.IsCurrent, ct);

    public Task<StoredConnection?> FindPairAsync(
        Guid userId, string organizationId, string salesforceUserId, CancellationToken ct) =>
        FindAsync(
            c => c.UserId == userId && c.OrganizationId == organizationId && c.SalesforceUserId == salesforceUserId
                && !c.IsOrgReader,
            ct);

    public Task<StoredConnection?> FindReaderAsync(string organizationId, CancellationToken ct) =>
        FindAsync(c => c.OrganizationId == organizationId && c.IsOrgReader, ct);

    public async Task<ImmutableArray<StoredConnection>> ListReadersAsync(CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<ConnectionRow>().AsNoTracking().Where(c => c.IsOrgReader)
            .OrderBy(c => c.OrganizationName).ThenBy(c => c.OrganizationId).ToListAsync(ct);
        return [.. rows.Select(_rows.Read)];
    }

    public async Task<bool> SaveAsync(StoredConnection connection, CancellationToken ct)
    {
        var tokens = _rows.Seal(connection.Tokens);
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.IsTakenAsync(connection, ct)) return false;

        if (connection.IsOrgReader) await db.ReplaceReaderAsync(connection, ct);
        else await db.SupersedeOthersAsync(connection, ct);
        var row = await db.Set<ConnectionRow>().SingleOrDefaultAsync(c => c.Id == connection.Id, ct)
            ?? db.Add(new ConnectionRow { Id = connection.Id }).Entity;
        // A renewed grant is the same connection: what was made while it lay broken belongs to it.
        var isRenewed = row is { IsCurrent: true, Status: not ConnectionStatus.NotConnected };
        ConnectionRows.Write(
            row, isRenewed ? connection with { ConnectedAt = row.ConnectedAt } : connection, tokens);
        (row.IsCurrent, row.RefreshClaimedUntil) = (!connection.IsOrgReader, null);
        row.TokenVersion++;
        await db.SaveChangesAsync(ct);
        await db.ThawLinksAsync(connection.Id, ct);
        await transaction.CommitAsync(ct);
        live.Tell(connection.UserId, LiveChange.Account);
        return true;
    }

    public Task ForgetAsync(Guid connectionId, CancellationToken ct) =>
        ChangeAsync(connectionId, _ => true, row => Break(row, ConnectionStatus.NotConnected, null), ct);

    public Task<bool> MarkBrokenAsync(
        Guid connectionId, long tokenVersion, ConnectionProblem problem, CancellationToken ct) =>
        ChangeAsync(
            connectionId,
            row => row.TokenVersion == tokenVersion,
            row => Break(row, ConnectionStatus.NeedsReconnect, problem),
            ct);

    public Task<bool> ClaimRefreshAsync(
        Guid connectionId, long tokenVersion, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) =>
        ChangeAsync(
            connectionId,
            row => row.TokenVersion == tokenVersion && !(row.RefreshClaimedUntil > now),
            row => row.RefreshClaimedUntil = until,
            ct);

    public Task ReleaseRefreshAsync(Guid connectionId, long tokenVersion, CancellationToken ct) =>
        ChangeAsync(
            connectionId,
            row => row.TokenVersion == tokenVersion,
            row => row.RefreshClaimedUntil = null,
            ct);

    public Task<bool> ReplaceTokensAsync(
        Guid connectionId, long tokenVersion, GrantTokens tokens, CancellationToken ct)
    {
        var replacement = _rows.Seal(tokens);
        return ChangeAsync(
            connectionId, row => row.TokenVersion == tokenVersion, row => Replace(row, replacement), ct);
    }

    public Task SetProfileAsync(Guid connectionId, OrgProfile profile, CancellationToken ct) =>
        ChangeAsync(connectionId, _ => true, row => ConnectionRows.WriteProfile(row, profile), ct);

    public async Task AddSignInAsync(PendingSignIn signIn, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        await db.Set<PendingSignInRow>().Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(ct);
        db.Add(_rows.Write(signIn));
        await db.SaveChangesAsync(ct);
    }

    public async Task<PendingSignIn?> TakeSignInAsync(string stateHash, CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Set<PendingSignInRow>().SingleOrDefaultAsync(s => s.StateHash == stateHash, ct);
        if (row is null) return null;
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return _rows.Read(row);
    }

    private async Task<StoredConnection?> FindAsync(
        Expression<Func<ConnectionRow, bool>> which, CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        return Read(await db.Set<ConnectionRow>().AsNoTracking().SingleOrDefaultAsync(which, ct));
    }

    private StoredConnection? Read(ConnectionRow? row) => row is null ? null : _rows.Read(row);

    private async Task<bool> ChangeAsync(
        Guid connectionId, Func<ConnectionRow, bool> mayChange, Action<ConnectionRow> change, CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Set<ConnectionRow>().SingleOrDefaultAsync(c => c.Id == connectionId, ct);
        if (row is null || !mayChange(row)) return false;

        var status = row.Status;
        change(row);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (row.Status != status) live.Tell(row.UserId, LiveChange.Account);
        return true;
    }

    private static void Break(ConnectionRow row, ConnectionStatus status, ConnectionProblem? problem)
    {
        Replace(row, new ConnectionRows.Sealed(null, null, null));
        (row.Status, row.Problem) = (status, problem);
    }

    private static void Replace(ConnectionRow row, ConnectionRows.Sealed tokens)
    {
        ConnectionRows.WriteTokens(row, tokens);
        row.TokenVersion++;
        row.RefreshClaimedUntil = null;
    }
}
