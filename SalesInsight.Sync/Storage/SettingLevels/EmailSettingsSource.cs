using Microsoft.EntityFrameworkCore;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.Storage.SettingLevels;

/// <summary>Settings for logging runs, read as <see cref="SyncSettingsSource"/> reads those of task runs.</summary>
internal sealed class EmailSettingsSource(IDbContextFactory<AppDb> databases) : IEmailSettingsSource
{
    public async Task<EmailSettings> SnapshotAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return EmailSettings.From(await db.ViewSettingsAsync(userId, cancel));
    }

    public async Task<long> VersionAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.SettingsVersionAsync(userId, cancel);
    }
}
