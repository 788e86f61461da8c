namespace SalesInsight.Sandbox.Org;

/// <summary>One issued access token.</summary>
/// <param name="GrantId">The OAuth grant it came from; revoking the grant ends it. Null for the password grant.</param>
public sealed record SandboxSession(
    string AccessToken, string UserId, string ClientName, string Scope, string? GrantId, DateTimeOffset IssuedAt);
