namespace SalesInsight.Sync.Settings;

/// <summary>Settings for runs: no actor, because a run acts for the user whose settings it reads.</summary>
internal interface ISyncSettingsSource
{
    Task<SyncSettings> SnapshotAsync(Guid userId, CancellationToken cancel);

    Task<long> VersionAsync(Guid userId, CancellationToken cancel);
}
