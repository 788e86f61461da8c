using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Grants;

/// <summary>
/// Design 5.13: a pair syncs for one user only; another pair makes a new connection and freezes the links of the old
/// one; the same pair coming back continues.
/// </summary>
internal static class ConnectionPairs
{
    /// <summary>By another user, or for the other purpose: a pair that reads for all syncs for nobody.</summary>
    public static Task<bool> IsTakenAsync(this AppDb db, StoredConnection connection, CancellationToken ct) =>
        db.Set<ConnectionRow>().AnyAsync(
            c => (c.UserId != connection.UserId || c.IsOrgReader != connection.IsOrgReader)
                && !(c.IsOrgReader && connection.IsOrgReader)
                && c.OrganizationId == connection.OrganizationId
                && c.SalesforceUserId == connection.SalesforceUserId
                && c.Status != ConnectionStatus.NotConnected,
            ct);

    /// <summary>An organization has one reader at most; nothing points at the one before.</summary>
    public static Task ReplaceReaderAsync(this AppDb db, StoredConnection connection, CancellationToken ct) =>
        db.Set<ConnectionRow>()
            .Where(c => c.IsOrgReader && c.OrganizationId == connection.OrganizationId && c.Id != connection.Id)
            .ExecuteDeleteAsync(ct);

    public static async Task SupersedeOthersAsync(this AppDb db, StoredConnection connection, CancellationToken ct)
    {
        var others = await db.Set<ConnectionRow>()
            .Where(c => c.UserId == connection.UserId && c.Id != connection.Id && c.IsCurrent).ToListAsync(ct);
        foreach (var other in others)
        {
            (other.IsCurrent, other.Status, other.Problem) = (false, ConnectionStatus.NotConnected, null);
            (other.AccessToken, other.RefreshToken, other.RefreshClaimedUntil) = (null, null, null);
            other.TokenVersion++;
            await db.Set<TaskLinkRow>()
                .Where(l => l.ConnectionId == other.Id && l.State == LinkState.Active)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LinkState.Frozen), ct);
        }

        // Before the new one is written: the index lets no user have two current connections, not even in passing.
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Links that froze when the pair went. A link that froze because its record went to somebody else thaws too; the
    /// look by id that every thawed link gets first finds that out again.
    /// </summary>
    public static Task ThawLinksAsync(this AppDb db, Guid connectionId, CancellationToken ct) =>
        db.Set<TaskLinkRow>()
            .Where(l => l.ConnectionId == connectionId && l.State == LinkState.Frozen)
            .ExecuteUpdateAsync(
                set => set.SetProperty(l => l.State, LinkState.Active).SetProperty(l => l.LookAgain, true),
                ct);
}
