using System.Collections.Immutable;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Where connections and sign-ins are kept. Each member is one short transaction; all are safe for parallel use, also
/// from several processes. Tokens and verifiers are encrypted at rest.
/// </summary>
internal interface IConnectionStore
{
    Task<StoredConnection?> FindAsync(Guid connectionId, CancellationToken ct);

    /// <summary>The user's current connection, whatever its status.</summary>
    Task<StoredConnection?> FindCurrentAsync(Guid userId, CancellationToken ct);

    /// <summary>This user's own connection of this pair, current or not.</summary>
    Task<StoredConnection?> FindPairAsync(
        Guid userId, string organizationId, string salesforceUserId, CancellationToken ct);

    /// <summary>The organization's reader, whatever its status; at most one.</summary>
    Task<StoredConnection?> FindReaderAsync(string organizationId, CancellationToken ct);

    /// <summary>All org readers, by organization.</summary>
    Task<ImmutableArray<StoredConnection>> ListReadersAsync(CancellationToken ct);

    /// <summary>
    /// Inserts or replaces by id and makes it the user's only current connection: the user's others lose IsCurrent and
    /// their tokens and become NotConnected. TokenVersion becomes one more than stored (1 when new), and a refresh
    /// claim is dropped. An org reader replaces the one its organization had, and nothing else. False, and nothing is
    /// changed, when another user holds this pair, or it serves the other purpose, with a status other than
    /// NotConnected.
    /// </summary>
    Task<bool> SaveAsync(StoredConnection connection, CancellationToken ct);

    /// <summary>Drops the tokens, TokenVersion + 1, status NotConnected, no problem; it stays current.</summary>
    Task ForgetAsync(Guid connectionId, CancellationToken ct);

    /// <summary>
    /// Drops the tokens, TokenVersion + 1, status NeedsReconnect with its problem; only while the version is the given
    /// one, otherwise false.
    /// </summary>
    Task<bool> MarkBrokenAsync(
        Guid connectionId, long tokenVersion, ConnectionProblem problem, CancellationToken ct);

    /// <summary>
    /// Compare and set: true for one caller only, while the version is the given one and no claim is live at
    /// <paramref name="now"/>. Because a rotated refresh token is good for one use, nobody refreshes without it.
    /// </summary>
    Task<bool> ClaimRefreshAsync(
        Guid connectionId, long tokenVersion, DateTimeOffset now, DateTimeOffset until, CancellationToken ct);

    /// <summary>Gives the claim back after an outage; nothing when the version has moved on.</summary>
    Task ReleaseRefreshAsync(Guid connectionId, long tokenVersion, CancellationToken ct);

    /// <summary>
    /// Compare and set: stores the tokens, TokenVersion + 1, drops the claim. False when the version has moved on.
    /// </summary>
    Task<bool> ReplaceTokensAsync(Guid connectionId, long tokenVersion, GrantTokens tokens, CancellationToken ct);

    /// <summary>What a fresh describe says; nothing else changes.</summary>
    Task SetProfileAsync(Guid connectionId, OrgProfile profile, CancellationToken ct);

    /// <summary>Adds a sign-in, and removes those that expired before <paramref name="now"/>.</summary>
    Task AddSignInAsync(PendingSignIn signIn, DateTimeOffset now, CancellationToken ct);

    /// <summary>Removes and returns it: one caller gets it, once, expired or not.</summary>
    Task<PendingSignIn?> TakeSignInAsync(string stateHash, CancellationToken ct);
}
