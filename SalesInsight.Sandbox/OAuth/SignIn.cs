using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Who may come in.</summary>
internal sealed class SignIn(SandboxOrg org)
{
    private TokenError InactiveUser => new(org.Options.InactiveUserCode, "inactive user");

    /// <summary>The user that apps act as when no person is there: the first admin.</summary>
    public SandboxUser? ClientUser => org.Users.All.FirstOrDefault(user => user.Profile == SandboxProfile.Admin);

    public SandboxUser? Active(string? userId) => org.Users.Find(userId) is { IsActive: true } user ? user : null;

    /// <summary>Why somebody who once was let in is not let in now (facts 1.4).</summary>
    public TokenError? RefusalOf(string userId)
    {
        if (org.Locked) return new TokenError(org.Options.InactiveOrgCode, "inactive organization");
        if (Active(userId) is not { } user) return InactiveUser;
        return user.LoginRestricted ? TokenError.InvalidGrant(org.Options.LoginRestrictedText) : null;
    }

    public (SandboxUser? User, TokenError? Refused) Check(string username, string password)
    {
        var user = org.Users.FindByUsername(username.Trim());
        if (user is null || !Pkce.Same(user.Password, password)) return (null, TokenError.WrongLogin);
        return RefusalOf(user.Id) is { } refused ? (null, refused) : (user, null);
    }
}
