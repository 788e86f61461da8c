using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Who may come in.</summary>
internal sealed class SignIn(SandboxOrg org, OAuthOptions options)
{
    private TokenError Inactive => new(options.InactiveUserCode, "inactive user");

    /// <summary>The user that apps act as when no person is there: the first admin.</summary>
    public SandboxUser? ClientUser => org.Users.All.FirstOrDefault(user => user.Profile == SandboxProfile.Admin);

    public SandboxUser? Active(string? userId) => org.Users.Find(userId) is { IsActive: true } user ? user : null;

    public TokenError? RefusalOf(string userId) => Active(userId) is null ? Inactive : null;

    public (SandboxUser? User, TokenError? Refused) Check(string username, string password)
    {
        var user = org.Users.FindByUsername(username.Trim());
        if (user is null || !Pkce.Same(user.Password, password)) return (null, TokenError.WrongLogin);
        return user.IsActive ? (user, null) : (null, Inactive);
    }
}
