namespace SalesInsight.Sandbox.OAuth;

/// <summary>Where the login host's services live. Login host and instance are one host here, as with My Domain.
/// </summary>
internal static class OAuthUrls
{
    public const string Authorize = "/services/oauth2/authorize";
    public const string Decision = "/services/oauth2/authorize/decision";
    public const string Token = "/services/oauth2/token";
    public const string Revoke = "/services/oauth2/revoke";
    public const string Introspect = "/services/oauth2/introspect";
    public const string UserInfo = "/services/oauth2/userinfo";

    public static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    public static string Identity(string baseUrl, string orgId, string userId) => $"{baseUrl}/id/{orgId}/{userId}";
}
