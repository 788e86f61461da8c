namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>The address of the consent page. Pure.</summary>
internal static class AuthorizeAddress
{
    /// <summary>Data, refreshing, and who granted; nothing else is asked for.</summary>
    private const string Scope = "api refresh_token id";

    public static Uri Of(PendingSignIn signIn, string state, string clientId)
    {
        (string Name, string Value)[] query =
        [
            ("response_type", "code"),
            ("client_id", clientId),
            ("redirect_uri", signIn.RedirectUri.OriginalString),
            ("scope", Scope),
            ("state", state),
            ("code_challenge", SignInSecrets.Challenge(signIn.Verifier)),
            ("code_challenge_method", "S256"),
        ];
        var text = string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"));
        return new Uri(signIn.LoginHost, "/services/oauth2/authorize?" + text);
    }
}
