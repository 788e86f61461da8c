namespace SalesInsight.Sandbox.OAuth;

/// <summary>What the token endpoint decided.</summary>
internal abstract record TokenOutcome
{
    private TokenOutcome() { }

    /// <param name="Scopes">Null for the username-password grant, whose answer names none.</param>
    internal sealed record Granted(OAuthClient Client, Issued Issued, OAuthScopes? Scopes, string? Nonce = null)
        : TokenOutcome;

    internal sealed record Refused(TokenError Error) : TokenOutcome;
}
