using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What was learnt of the organization and its user at connect.</summary>
internal sealed record OrgProfile(
    string OrganizationName,
    string Edition,
    bool IsProduction,
    string UserName,
    string DisplayName,
    CreateMode CreateMode,
    bool ApiAccess = true);
