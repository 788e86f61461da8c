using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tables;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// The real storage on SQLite in memory: one connection that everybody shares, filled from the migrated template for
/// each seed. Tells <see cref="Reached"/> before each command and transaction, where a process can die.
/// </summary>
internal sealed class SimulatedDatabase : IDbContextFactory<AppDb>, IDisposable
{
    private readonly SqliteConnection _template = Open();
    private readonly SqliteConnection _connection = Open();
    private readonly PooledDbContextFactory<SqliteDb> _pool;

    /// <param name="templatePath">A migrated database with an admin and a rep.</param>
    public SimulatedDatabase(string templatePath)
    {
        Fill(_template, templatePath);

        _pool = new PooledDbContextFactory<SqliteDb>(new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite(_connection).AddInterceptors(new Commands(this), new Transactions(this)).Options);
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
        _template.BackupDatabase(_connection);
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
        _connection.Dispose();
        _template.Dispose();
    }

    /// <summary>From a copy: two readers of one file in write-ahead mode lock each other out.</summary>
    private static void Fill(SqliteConnection template, string templatePath)
    {
        var path = TemporaryDatabase.NewPath();
        File.Copy(templatePath, path);
        using (var file = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            file.Open();
            file.BackupDatabase(template);
        }

        TemporaryDatabase.Delete(path);
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
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken stop)
        {
            owner.Reached?.Invoke(
                command.Transaction is null && command.CommandText.Contains("run_leases", StringComparison.Ordinal)
                    ? Moment.Lease
                    : Moment.Command);
            return ValueTask.FromResult(result);
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
