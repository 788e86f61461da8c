using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What a user may know about their own connection; carries no token.</summary>
/// <param name="Status">Whether it works; everything below is the last known value.</param>
/// <param name="ConnectionId">Ours, one per (SalesInsight user, organization, Salesforce user); null: none yet.</param>
/// <param name="OrganizationId">18-character id of the organization; null: never connected.</param>
/// <param name="OrganizationName">As the organization calls itself.</param>
/// <param name="Edition">OrganizationType, for example "Enterprise Edition".</param>
/// <param name="IsProduction">False for a Salesforce sandbox org: a permanent banner says so.</param>
/// <param name="SalesforceUserId">18-character id of the Salesforce user.</param>
/// <param name="UserName">Login name there, for example mara@halden.example.</param>
/// <param name="DisplayName">Full name there.</param>
/// <param name="InstanceUrl">Where its records live; safe to link to (checked against the host allow-list).</param>
/// <param name="ApiAccess">False once the organization or the profile refused the API.</param>
/// <param name="CreateMode">How lost creates are recognised.</param>
/// <param name="ConnectedAt">UTC; a renewed consent does not move it.</param>
/// <param name="LastFault">Why <see cref="ConnectionStatus.NeedsReconnect"/>; null while it works.</param>
public sealed record ConnectionView(
    ConnectionStatus Status,
    Guid? ConnectionId = null,
    string? OrganizationId = null,
    string? OrganizationName = null,
    string? Edition = null,
    bool IsProduction = true,
    string? SalesforceUserId = null,
    string? UserName = null,
    string? DisplayName = null,
    Uri? InstanceUrl = null,
    bool ApiAccess = true,
    CreateMode CreateMode = CreateMode.NaturalKey,
    DateTimeOffset? ConnectedAt = null,
    ConnectionProblem? LastFault = null)
{
    /// <summary>A user who never connected.</summary>
    public static readonly ConnectionView None = new(ConnectionStatus.NotConnected);
}
