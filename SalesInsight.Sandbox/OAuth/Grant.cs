namespace SalesInsight.Sandbox.OAuth;

/// <summary>One person's lasting permission for one app. Its access tokens are kept by the org's sessions, under
/// the grant's id.</summary>
internal sealed record Grant(
    string Id,
    OAuthClient Client,
    string UserId,
    OAuthScopes Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset UsedAt,
    string RefreshToken);
