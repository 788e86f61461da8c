using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Connections that read for all reps of an organization; each organization has one at most. For admins only: anybody
/// else gets an <see cref="UnauthorizedAccessException"/>. Safe for parallel use.
/// </summary>
public interface IOrgReaders
{
    /// <summary>
    /// Begins a sign-in as <see cref="IConnections.StartAsync"/> does; <see cref="IConnections.CompleteAsync"/> takes
    /// the answer.
    /// </summary>
    Task<StartConnection> StartAsync(
        Actor admin, string browser, string loginHost, Uri redirectUri, CancellationToken ct);

    /// <summary>Every reader that is connected or was until its grant ended; costs no API call.</summary>
    Task<IReadOnlyList<OrgReaderView>> ListAsync(Actor admin, CancellationToken ct);

    /// <summary>
    /// Revokes the grant and forgets the tokens and everything it read. Reps read for themselves again, at once when a
    /// reading is asked for.
    /// </summary>
    Task DisconnectAsync(Actor admin, Guid readerId, CancellationToken ct);
}
