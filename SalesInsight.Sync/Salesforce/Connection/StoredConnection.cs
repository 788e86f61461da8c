namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// One (SalesInsight user, organization id, Salesforce user id). A user has at most one current connection; the others
/// are kept, without tokens, because frozen links point at them and the pair may come back.
/// </summary>
/// <param name="Id">Ours.</param>
/// <param name="UserId">The SalesInsight user.</param>
/// <param name="LoginHost">Origin the grant came from; refreshes go there (facts 1.1).</param>
/// <param name="OrganizationId">18 characters.</param>
/// <param name="SalesforceUserId">18 characters.</param>
/// <param name="Profile">As of the last consent.</param>
/// <param name="ConnectedAt">UTC; a consent that renews a broken or living grant does not move it.</param>
/// <param name="Status">Never <see cref="ConnectionStatus.Connected"/> without tokens.</param>
/// <param name="Problem">Why <see cref="ConnectionStatus.NeedsReconnect"/>.</param>
/// <param name="IsCurrent">The one the user works with.</param>
/// <param name="Tokens">Null once revoked, refused or superseded.</param>
/// <param name="TokenVersion">Grows with every change of the tokens; compared before they are replaced.</param>
/// <param name="IsOrgReader">Reads for all reps of its organization. It is nobody's own: never current.</param>
internal sealed record StoredConnection(
    Guid Id,
    Guid UserId,
    Uri LoginHost,
    string OrganizationId,
    string SalesforceUserId,
    OrgProfile Profile,
    DateTimeOffset ConnectedAt,
    ConnectionStatus Status,
    ConnectionProblem? Problem,
    bool IsCurrent,
    GrantTokens? Tokens,
    long TokenVersion,
    bool IsOrgReader = false);
