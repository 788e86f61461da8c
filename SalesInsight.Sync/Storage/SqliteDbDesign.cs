using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// For <c>dotnet ef migrations add NAME --project SalesInsight.Sync --context SqliteDb -o Storage/Migrations/Sqlite</c>
/// only; it needs no database.
/// </summary>
internal sealed class SqliteDbDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}
