using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Keys;
using SalesInsight.Sync.Storage.Tables;

namespace SalesInsight.Sync.Storage.Start;

/// <summary>
/// Makes the database ready before anything else of the host starts: wrapping key there, migrations applied, its keys
/// opened by that one, install id written. May run any number of times.
/// </summary>
internal sealed class DatabaseStart(
    IDbContextFactory<AppDb> databases,
    MigrationLock migrationLock,
    WrappingKeySource wrappingKey,
    StoredKeys keys,
    IIdSource ids,
    TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = wrappingKey.Key;
        await MigrateAsync(cancellationToken);
        await keys.DemandOpenAsync(cancellationToken);
        await WriteInstallAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Asked first without any lock: the ordinary start takes none, so nothing stale can hold it up.
    private async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        await db.PrepareAsync(cancel);
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any()) return;

        await using var held = await migrationLock.TakeAsync(cancel);
        await migrationLock.ClearStaleRowAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private async Task WriteInstallAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<InstallRow>().AnyAsync(cancel)) return;
        db.Add(new InstallRow { InstallId = ids.Next(), CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
