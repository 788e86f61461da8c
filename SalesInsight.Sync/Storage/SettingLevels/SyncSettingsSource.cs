using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>
/// Settings for runs. Version first, values after: a change in between gives newer values under an older version, which
/// the run's next comparison notices.
/// </summary>
internal sealed class SyncSettingsSource(IDbContextFactory<AppDb> databases) : ISyncSettingsSource
{
    public async Task<SyncSettings> SnapshotAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return SyncSettings.From(await db.ViewSettingsAsync(userId, cancel));
    }

    public async Task<long> VersionAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.SettingsVersionAsync(userId, cancel);
    }
}
