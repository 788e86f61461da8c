using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Sync;

/// <summary>Connections as runs see them: who, where and how far. No secret is selected.</summary>
internal static class SyncConnections
{
    public static readonly Expression<Func<ConnectionRow, bool>> IsAlive =
        c => c.IsCurrent && c.Status == ConnectionStatus.Connected;

    private static readonly PreparedQuery<Func<AppDb, Guid?, IAsyncEnumerable<Found>>> Connections = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid? id) =>
            from install in db.Set<InstallRow>().AsNoTracking()
            from connection in db.Set<ConnectionRow>()
            where !connection.IsOrgReader && (id != null
                ? connection.Id == id
                : connection.IsCurrent && connection.Status == ConnectionStatus.Connected)
            join user in db.Users on connection.UserId equals user.Id
            join cursor in db.Set<SyncCursorRow>() on connection.Id equals cursor.ConnectionId into cursors
            from cursor in cursors.DefaultIfEmpty()
            orderby connection.ConnectedAt, connection.Id
            select new Found(
                install.InstallId,
                connection.Id,
                connection.UserId,
                connection.OrganizationId,
                connection.SalesforceUserId,
                connection.Status,
                connection.ConnectedAt,
                user.IsDeactivated,
                cursor)));

    /// <param name="id">Which; all that are alive when null.</param>
    public static async Task<List<SyncConnection>> ListSyncConnectionsAsync(
        this AppDb db, Guid? id, CancellationToken stop)
    {
        var found = await Connections.In(db)(db, id).ToListAsync(stop);
        return [.. found.Select(c => new SyncConnection(
            c.Id,
            c.UserId,
            c.OrganizationId,
            c.SalesforceUserId,
            c.InstallId,
            !c.IsDeactivated,
            c.Status != ConnectionStatus.Connected,
            c.ConnectedAt,
            c.Cursor is null ? SyncCursor.Start(c.Id) : c.Cursor.ToCursor()))];
    }

    public static Task MarkNeedsReconnectAsync(
        this AppDb db, Guid connectionId, SalesforceFault fault, CancellationToken stop)
    {
        ConnectionProblem? problem = ProblemOf(fault.Code);
        return db.Set<ConnectionRow>()
            .Where(c => c.Id == connectionId && c.Status == ConnectionStatus.Connected)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Status, ConnectionStatus.NeedsReconnect)
                    .SetProperty(c => c.Problem, problem),
                stop);
    }

    private static ConnectionProblem ProblemOf(FaultCode code) => code switch
    {
        FaultCode.GrantRevoked or FaultCode.SessionExpired => ConnectionProblem.GrantRevoked,
        FaultCode.UserInactive => ConnectionProblem.UserInactive,
        FaultCode.LoginRestricted => ConnectionProblem.NetworkRestricted,
        FaultCode.ApiDisabledForOrg or FaultCode.ApiDisabledForUser => ConnectionProblem.NoApiAccess,
        FaultCode.ClientRefused => ConnectionProblem.AppRejected,
        _ => ConnectionProblem.Unexpected,
    };

    private sealed record Found(
        Guid InstallId,
        Guid Id,
        Guid UserId,
        string OrganizationId,
        string SalesforceUserId,
        ConnectionStatus Status,
        DateTimeOffset ConnectedAt,
        bool IsDeactivated,
        SyncCursorRow? Cursor);
}
