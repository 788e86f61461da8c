using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// What SQLite forgets between connections. Waiting inside SQLite beats Microsoft.Data.Sqlite's own polling (150 ms);
/// synchronous stays FULL (its default), since a committed push intent must survive a power cut.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
