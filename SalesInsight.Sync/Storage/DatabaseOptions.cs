using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// <c>Database:Provider</c> (Sqlite) and <c>Database:ConnectionString</c> (Data Source=salesinsight.db): defaults.
/// </summary>
internal sealed record DatabaseOptions(string ConnectionString)
{
    /// <summary>The database file; null for a database in memory.</summary>
    public string? FilePath
    {
        get
        {
            var parts = new SqliteConnectionStringBuilder(ConnectionString);
            var isMemory = parts.Mode == SqliteOpenMode.Memory || parts.DataSource is "" or ":memory:";
            return isMemory ? null : Path.GetFullPath(parts.DataSource);
        }
    }

    /// <summary>Throws <see cref="StorageRefusedException"/> for a provider this version does not have.</summary>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        if (provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase))
            throw new StorageRefusedException(
                "Database:Provider: this version stores in SQLite only; PostgreSQL is planned. Set it to Sqlite.");
        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new StorageRefusedException($"Database:Provider is '{provider}'; known is Sqlite.");
        return new DatabaseOptions(configuration["Database:ConnectionString"] ?? "Data Source=salesinsight.db");
    }
}
