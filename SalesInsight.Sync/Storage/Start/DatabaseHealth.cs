using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Start;

/// <summary>Ready is who can read the database: without it no page and no run works.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<AppDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = databases.CreateDbContext();
        return await db.Set<InstallRow>().AnyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database has not been made ready.");
    }
}
