namespace SalesInsight.Sandbox.OAuth;

/// <summary>What a person allowed, waiting to be redeemed once.</summary>
internal sealed record AuthorizationCode(AuthorizeRequest.Valid Allowed, string UserId, DateTimeOffset ExpiresAt);
