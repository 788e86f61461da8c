using Microsoft.EntityFrameworkCore;

namespace SalesInsight.Sync.Storage.Start;

/// <summary>
/// One process migrates at a time. EF's own lock on SQLite is a row in __EFMigrationsLock that outlives a killed
/// process, and EF then waits for it for ever (measured with EF 10.0.14). A file lock dies with its process: whoever
/// holds it may clear that row.
/// </summary>
internal sealed class MigrationLock(DatabaseOptions database, TimeProvider time)
{
    private const int AttemptsMax = 240;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits a minute at most, then throws <see cref="StorageRefusedException"/>.</summary>
    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancel)
    {
        if (database.FilePath is not { } path) return new MemoryStream();

        var file = path + ".migrating";
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            if (TryOpen(file) is { } held) return held;
            await Task.Delay(Pause, time, cancel);
        }

        throw new StorageRefusedException(
            $"Another SalesInsight process has been migrating the database for a minute (it holds {file}). "
            + "Start again when it has finished.");
    }

    /// <summary>Call only while holding the lock. The table exists only once something has migrated.</summary>
    public async Task ClearStaleRowAsync(AppDb db, CancellationToken cancel)
    {
        var tables = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancel);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    private static FileStream? TryOpen(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
