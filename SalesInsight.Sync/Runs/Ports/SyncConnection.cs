namespace SalesInsight.Sync.Runs.Ports;

/// <summary>A connection as a run sees it: (organization, user) and nothing secret.</summary>
/// <param name="InstallId">First half of our external ids in Salesforce.</param>
/// <param name="ConnectedAt">When the user connected this pair; a first import counts from there at least.</param>
/// <param name="UserIsActive">False once the SalesInsight user was deactivated: no runs.</param>
/// <param name="NeedsReconnect">The grant is known to be dead.</param>
internal sealed record SyncConnection(
    Guid Id,
    Guid UserId,
    string OrganizationId,
    string SalesforceUserId,
    Guid InstallId,
    bool UserIsActive,
    bool NeedsReconnect,
    DateTimeOffset ConnectedAt,
    SyncCursor Cursor)
{
    public string ExternalIdPrefix => $"{InstallId:N}-";

    public string ExternalId(Guid taskId) => $"{ExternalIdPrefix}{taskId:N}";

    /// <summary>Our task's id when the external id is of this install; null otherwise.</summary>
    public Guid? TaskIdOf(string? externalId) =>
        externalId is not null && externalId.StartsWith(ExternalIdPrefix, StringComparison.OrdinalIgnoreCase)
        && Guid.TryParseExact(externalId[ExternalIdPrefix.Length..], "N", out var id) ? id : null;
}
