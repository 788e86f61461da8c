using System.Collections.Immutable;
using SalesInsight.Sync.Salesforce.Connection;

namespace SalesInsight.Tests.Sync.Salesforce.Connection;

/// <summary>The store in memory, held to the real one's contract. One lock makes every member atomic.</summary>
internal sealed class FakeConnectionStore : IConnectionStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, (StoredConnection Row, DateTimeOffset? ClaimedUntil)> rows = [];
    private readonly Dictionary<string, PendingSignIn> signIns = [];

    /// <summary>Called before tokens are replaced: the place to look at what happens in between.</summary>
    public Action? BeforeReplace { get; set; }

    public int SignInsKept
    {
        get
        {
            lock (gate) return signIns.Count;
        }
    }

    public Task<StoredConnection?> FindAsync(Guid connectionId, CancellationToken ct) =>
        Do(() => rows.TryGetValue(connectionId, out var held) ? held.Row : null);

    public Task<StoredConnection?> FindCurrentAsync(Guid userId, CancellationToken ct) =>
        Do(() => rows.Values.Select(h => h.Row).SingleOrDefault(r => r.UserId == userId && r.IsCurrent));

    public Task<StoredConnection?> FindPairAsync(
        Guid userId, string organizationId, string salesforceUserId, CancellationToken ct) =>
        Do(() => rows.Values.Select(h => h.Row).SingleOrDefault(r =>
            r.UserId == userId && r.OrganizationId == organizationId && r.SalesforceUserId == salesforceUserId
            && !r.IsOrgReader));

    public Task<StoredConnection?> FindReaderAsync(string organizationId, CancellationToken ct) =>
        Do(() => rows.Values.Select(h => h.Row).SingleOrDefault(
            r => r.IsOrgReader && r.OrganizationId == organizationId));

    public Task<ImmutableArray<StoredConnection>> ListReadersAsync(CancellationToken ct) =>
        Do(() => rows.Values.Select(h => h.Row).Where(r => r.IsOrgReader)
            .OrderBy(r => r.Profile.OrganizationName, StringComparer.Ordinal).ThenBy(r => r.OrganizationId)
            .ToImmutableArray());

    public Task<bool> SaveAsync(StoredConnection connection, CancellationToken ct) => Do(() =>
    {
        var taken = rows.Values.Select(h => h.Row).Any(r =>
            (r.UserId != connection.UserId || r.IsOrgReader != connection.IsOrgReader)
            && !(r.IsOrgReader && connection.IsOrgReader)
            && r.OrganizationId == connection.OrganizationId
            && r.SalesforceUserId == connection.SalesforceUserId
            && r.Status != ConnectionStatus.NotConnected);
        if (taken) return false;
        var before = rows.TryGetValue(connection.Id, out var held) ? held.Row : null;
        if (connection.IsOrgReader) DropOtherReaders(connection);
        else EmptyOthers(connection);
        Put(connection with
        {
            IsCurrent = !connection.IsOrgReader,
            TokenVersion = (before?.TokenVersion ?? 0) + 1,
            ConnectedAt = before is { IsCurrent: true, Status: not ConnectionStatus.NotConnected }
                ? before.ConnectedAt
                : connection.ConnectedAt,
        });
        return true;
    });

    private void EmptyOthers(StoredConnection connection)
    {
        var others = rows.Values.Select(h => h.Row).Where(r => r.UserId == connection.UserId && !r.IsOrgReader);
        foreach (var other in others.ToList()) Put(Emptied(other) with { IsCurrent = false });
    }

    private void DropOtherReaders(StoredConnection connection)
    {
        var others = rows.Values.Select(h => h.Row).Where(r =>
            r.IsOrgReader && r.OrganizationId == connection.OrganizationId && r.Id != connection.Id);
        foreach (var other in others.ToList()) rows.Remove(other.Id);
    }

    public Task ForgetAsync(Guid connectionId, CancellationToken ct) => Do(() =>
    {
        if (rows.TryGetValue(connectionId, out var held)) Put(Emptied(held.Row));
        return true;
    });

    public Task<bool> MarkBrokenAsync(
        Guid connectionId, long tokenVersion, ConnectionProblem problem, CancellationToken ct) =>
        Do(() => IfVersion(connectionId, tokenVersion, row => Put(Emptied(row) with
        {
            Status = ConnectionStatus.NeedsReconnect,
            Problem = problem,
        })));

    public Task<bool> ClaimRefreshAsync(
        Guid connectionId, long tokenVersion, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) =>
        Do(() => !(rows.TryGetValue(connectionId, out var held) && held.ClaimedUntil > now)
            && IfVersion(connectionId, tokenVersion, row => rows[connectionId] = (row, until)));

    public Task ReleaseRefreshAsync(Guid connectionId, long tokenVersion, CancellationToken ct) =>
        Do(() => IfVersion(connectionId, tokenVersion, Put));

    public Task<bool> ReplaceTokensAsync(
        Guid connectionId, long tokenVersion, GrantTokens tokens, CancellationToken ct)
    {
        BeforeReplace?.Invoke();
        return Do(() => IfVersion(
            connectionId, tokenVersion, row => Put(row with { Tokens = tokens, TokenVersion = tokenVersion + 1 })));
    }

    public Task SetProfileAsync(Guid connectionId, OrgProfile profile, CancellationToken ct) => Do(() =>
    {
        if (rows.TryGetValue(connectionId, out var held)) Put(held.Row with { Profile = profile });
        return true;
    });

    public Task AddSignInAsync(PendingSignIn signIn, DateTimeOffset now, CancellationToken ct) => Do(() =>
    {
        foreach (var old in signIns.Values.Where(s => s.ExpiresAt < now).ToList()) signIns.Remove(old.StateHash);
        signIns.Add(signIn.StateHash, signIn);
        return true;
    });

    public Task<PendingSignIn?> TakeSignInAsync(string stateHash, CancellationToken ct) =>
        Do(() => signIns.Remove(stateHash, out var taken) ? taken : null);

    private Task<T> Do<T>(Func<T> work)
    {
        lock (gate) return Task.FromResult(work());
    }

    private bool IfVersion(Guid id, long version, Action<StoredConnection> change)
    {
        if (!rows.TryGetValue(id, out var held) || held.Row.TokenVersion != version) return false;
        change(held.Row);
        return true;
    }

    private void Put(StoredConnection row) => rows[row.Id] = (row, null);

    private static StoredConnection Emptied(StoredConnection row) => row with
    {
        Tokens = null,
        TokenVersion = row.TokenVersion + 1,
        Status = ConnectionStatus.NotConnected,
        Problem = null,
    };
}
