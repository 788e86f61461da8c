namespace SalesInsight.Sync.Settings;

/// <summary>Settings for logging runs: no actor, because a run acts for the user whose settings it reads.</summary>
internal interface IEmailSettingsSource
{
    Task<EmailSettings> SnapshotAsync(Guid userId, CancellationToken cancel);

    Task<long> VersionAsync(Guid userId, CancellationToken cancel);
}
