using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// The real storage on SQLite in memory: one connection that everybody shares, filled from the migrated template and
/// put back to it for each seed. Tells <see cref="Reached"/> before each command and transaction, where a process can
/// die.
/// </summary>
internal sealed class SimulatedDatabase : IDbContextFactory<AppDb>, IDisposable
{
    /// <summary>The schema that keeps the template's rows, beside the one that seeds work in.</summary>
    private const string Template = "template";

    private readonly SqliteConnection _connection = Open();
    private readonly PreparedStatements _statements = new();
    private readonly SqliteCommand _putBack;
    private readonly PooledDbContextFactory<SqliteDb> _pool;

    /// <param name="templatePath">A migrated database with an admin and a rep.</param>
    public SimulatedDatabase(string templatePath)
    {
        Fill(_connection, templatePath);
        _putBack = PutBack(_connection);
        _pool = new PooledDbContextFactory<SqliteDb>(new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite(_connection).EnableThreadSafetyChecks(false)
            .AddInterceptors(new Commands(this), new Transactions(this)).Options);
    }

    /// <summary>Where the engine is with its database.</summary>
    public enum Moment
    {
        Command,

        /// <summary>A command on a lease alone, outside any transaction.</summary>
        Lease,
        Begin,
        Commit,
    }

    public Action<Moment>? Reached { get; set; }

    public TimeProvider Time { get; private set; } = TimeProvider.System;

    /// <summary>The database as it is now, for looking into it past the engine.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Empty again: the admin, one rep, nobody connected.</summary>
    public void Reset(TimeProvider time)
    {
        Time = time;
        _putBack.ExecuteNonQuery();
        using var db = CreateDbContext();
        db.Set<ConnectionRow>().ExecuteDelete();
    }

    public AppDb CreateDbContext()
    {
        var db = _pool.CreateDbContext();
        db.Time = Time;
        return db;
    }

    public void Dispose()
    {
        _putBack.Dispose();
        _statements.Dispose();
        _connection.Dispose();
    }

    /// <summary>From a copy: two readers of one file in write-ahead mode lock each other out.</summary>
    private static void Fill(SqliteConnection connection, string templatePath)
    {
        using (var attach = new SqliteCommand($"ATTACH ':memory:' AS {Template}", connection)) attach.ExecuteNonQuery();
        var path = TemporaryDatabase.NewPath();
        File.Copy(templatePath, path);
        using (var file = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            file.Open();
            file.BackupDatabase(connection);
            file.BackupDatabase(connection, Template, "main");
        }

        TemporaryDatabase.Delete(path);
    }

    /// <summary>Row by row: a copy of the whole file would take every prepared statement with it.</summary>
    private static SqliteCommand PutBack(SqliteConnection connection)
    {
        using var tables = new SqliteCommand(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", connection);
        using var reader = tables.ExecuteReader();
        var text = new StringBuilder("PRAGMA foreign_keys = OFF; BEGIN;");
        while (reader.Read())
        {
            var name = reader.GetString(0);
            text.Append($"DELETE FROM main.\"{name}\";")
                .Append($"INSERT INTO main.\"{name}\" SELECT * FROM {Template}.\"{name}\";");
        }

        return new SqliteCommand(text.Append("COMMIT; PRAGMA foreign_keys = ON;").ToString(), connection);
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private sealed class Commands(SimulatedDatabase owner) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken stop)
        {
            owner.Reached?.Invoke(Moment.Command);
            return ValueTask.FromResult(
                InterceptionResult<DbDataReader>.SuppressWithResult(owner._statements.Read(command)));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken stop)
        {
            owner.Reached?.Invoke(
                command.Transaction is null && command.CommandText.Contains("run_leases", StringComparison.Ordinal)
                    ? Moment.Lease
                    : Moment.Command);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(owner._statements.Execute(command)));
        }

        public override InterceptionResult DataReaderDisposing(
            DbCommand command, DataReaderDisposingEventData data, InterceptionResult result)
        {
            owner._statements.Release(data.DataReader);
            return result;
        }
    }

    private sealed class Transactions(SimulatedDatabase owner) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData data, InterceptionResult<DbTransaction> result,
            CancellationToken stop)
        {
            owner.Reached?.Invoke(Moment.Begin);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData data, InterceptionResult result, CancellationToken stop)
        {
            owner.Reached?.Invoke(Moment.Commit);
            return ValueTask.FromResult(result);
        }
    }
}
