using SalesInsight.Sync.Settings;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>Settings that pass through a function on their way to a run.</summary>
internal sealed class SettingsFilter(ISyncSettingsSource inner, Func<SyncSettings, SyncSettings> change)
    : ISyncSettingsSource
{
    public async Task<SyncSettings> SnapshotAsync(Guid userId, CancellationToken cancel) =>
        change(await inner.SnapshotAsync(userId, cancel));

    public Task<long> VersionAsync(Guid userId, CancellationToken cancel) => inner.VersionAsync(userId, cancel);
}
