using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary><c>/services/oauth2/token</c>: the four grants (facts 1.2 to 1.5).</summary>
internal sealed class TokenEndpoint(
    OAuthClients clients, CodeStore codes, GrantStore grants, SignIn signIn, SandboxOrg org)
{
    public TokenOutcome Decide(TokenRequest request)
    {
        Func<OAuthClient, TokenRequest, TokenOutcome>? grant = request["grant_type"] switch
        {
            "authorization_code" => RedeemCode,
            "refresh_token" => Refresh,
            "password" => SignInWithPassword,
            "client_credentials" => RunAsClientUser,
            _ => null,
        };
        if (grant is null) return Refuse(TokenError.GrantNotSupported);
        var (client, refused) = clients.Authenticate(request);
        return client is null ? Refuse(refused!) : grant(client, request);
    }

    private TokenOutcome RedeemCode(OAuthClient client, TokenRequest request)
    {
        var (code, refused) = codes.Redeem(request["code"]);
        if (code is null) return Refuse(refused!);
        var allowed = code.Allowed;
        if (allowed.Client.Id != client.Id) return Refuse(TokenError.UnknownCode);
        if (allowed.RedirectUri != request["redirect_uri"]) return Refuse(TokenError.RedirectMismatch);
        if (Pkce.Check(allowed.Challenge, request["code_verifier"]) is { } mismatch) return Refuse(mismatch);
        if (signIn.RefusalOf(code.UserId) is { } inactive) return Refuse(inactive);
        var issued = allowed.Scopes.Offline
            ? grants.Open(client, code.UserId, allowed.Scopes)
            : IssueWithoutGrant(client, code.UserId, allowed.Scopes);
        return new TokenOutcome.Granted(client, issued, allowed.Scopes, allowed.Nonce);
    }

    /// <summary>A stray <c>code_verifier</c> is ignored: jsforce sends one with every refresh.</summary>
    private TokenOutcome Refresh(OAuthClient client, TokenRequest request)
    {
        var grant = grants.Find(request["refresh_token"]);
        if (grant?.Client.Id != client.Id) return Refuse(TokenError.DeadToken);
        if (signIn.RefusalOf(grant.UserId) is { } inactive) return Refuse(inactive);
        return grants.Use(grant.RefreshToken) is { } issued
            ? new TokenOutcome.Granted(client, issued, grant.Scopes)
            : Refuse(TokenError.DeadToken);
    }

    private TokenOutcome SignInWithPassword(OAuthClient client, TokenRequest request)
    {
        if (!client.ServerGrants) return Refuse(TokenError.WrongLogin);
        var (user, refused) = signIn.Check(request["username"], request["password"]);
        return user is null
            ? Refuse(refused!)
            : new TokenOutcome.Granted(client, IssueWithoutGrant(client, user.Id, client.Scopes), Scopes: null);
    }

    private TokenOutcome RunAsClientUser(OAuthClient client, TokenRequest request)
    {
        if (!client.ServerGrants || signIn.ClientUser is not { } user) return Refuse(TokenError.NoClientUser);
        if (signIn.RefusalOf(user.Id) is { } inactive) return Refuse(inactive);
        var scopes = client.Scopes;
        return new TokenOutcome.Granted(client, IssueWithoutGrant(client, user.Id, scopes), scopes);
    }

    private Issued IssueWithoutGrant(OAuthClient client, string userId, OAuthScopes scopes) =>
        new(org.Sessions.Issue(userId, client.Id, scopes.ToString()), RefreshToken: null);

    private static TokenOutcome Refuse(TokenError error) => new TokenOutcome.Refused(error);
}
