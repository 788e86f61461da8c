namespace SalesInsight.Sandbox.OAuth;

/// <summary>A refusal of the token endpoint, always sent with status 400. The words are Salesforce's own.</summary>
internal sealed record TokenError(string Code, string Description)
{
    public static readonly TokenError DeadToken = InvalidGrant("expired access/refresh token");
    public static readonly TokenError WrongLogin = InvalidGrant("authentication failure");
    public static readonly TokenError UnknownCode = InvalidGrant("invalid authorization code");
    public static readonly TokenError ExpiredCode = InvalidGrant("expired authorization code");
    public static readonly TokenError UnknownClient = new("invalid_client_id", "client identifier invalid");
    public static readonly TokenError WrongSecret = new("invalid_client", "invalid client credentials");
    public static readonly TokenError GrantNotSupported = new("unsupported_grant_type", "grant type not supported");
    public static readonly TokenError NoClientUser =
        InvalidGrant("no client credentials user enabled");
    public static readonly TokenError RedirectMismatch =
        new("redirect_uri_mismatch", "redirect_uri must match configuration");

    public static TokenError InvalidGrant(string description) => new("invalid_grant", description);

    public static TokenError InvalidRequest(string description) => new("invalid_request", description);
}
