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

    public static async Task<List<SyncConnection>> ListSyncConnectionsAsync(
        this AppDb db, Expression<Func<ConnectionRow, bool>> which, CancellationToken stop)
    {
        var found = await (
            from install in db.Set<InstallRow>().AsNoTracking()
            from connection in db.Set<ConnectionRow>().Where(c => !c.IsOrgReader).Where(which)
            join user in db.Users on connection.UserId equals user.Id
            join cursor in db.Set<SyncCursorRow>() on connection.Id equals cursor.ConnectionId into cursors
            from cursor in cursors.DefaultIfEmpty()
            orderby connection.ConnectedAt, connection.Id
            select new
            {
                install.InstallId,
                connection.Id,
                connection.UserId,
                connection.OrganizationId,
                connection.SalesforceUserId,
                connection.Status,
                connection.ConnectedAt,
                user.IsDeactivated,
                Cursor = cursor,
            }).ToListAsync(stop);

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
}
