using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>The grants of the org, oldest first. A grant that dies takes its sessions with it. Safe to share between
/// threads.</summary>
internal sealed class GrantStore
{
    /// <summary>Rotated tokens remembered in all, so that using one again is recognised as theft.</summary>
    private const int SpentTokensMax = 100_000;

    private readonly Lock gate = new();
    private readonly List<Grant> grants = [];
    private readonly Dictionary<string, string> grantIdBySpentToken = [];
    private readonly OAuthOptions options;
    private readonly SandboxClock clock;
    private readonly SandboxSessions sessions;

    public GrantStore(OAuthOptions options, SandboxOrg org)
    {
        (this.options, clock, sessions) = (options, org.Clock, org.Sessions);
        sessions.GrantsRevoked += userId => Revoke(grant => userId is null || grant.UserId == userId);
    }

    /// <summary>The live grants: what Setup shows.</summary>
    public IReadOnlyList<Grant> Live
    {
        get
        {
            lock (gate) return [.. grants];
        }
    }

    /// <summary>Records what a person allowed; the grant above the limit of this person and app goes.</summary>
    public Issued Open(OAuthClient client, string userId, OAuthScopes scopes)
    {
        lock (gate)
        {
            var mine = grants.Where(grant => grant.Client.Id == client.Id && grant.UserId == userId).ToList();
            foreach (var oldest in mine.Take(mine.Count + 1 - options.GrantsPerUserMax)) KillUnderLock(oldest);
            var now = clock.UtcNow;
            var opened = new Grant(SecretText.Next(), client, userId, scopes, now, now, NextRefreshToken());
            grants.Add(opened);
            return new Issued(IssueUnderLock(opened), opened.RefreshToken);
        }
    }

    /// <summary>The live grant of a refresh token. One that was rotated away kills its whole family, since it may
    /// have been stolen.</summary>
    public Grant? Find(string refreshToken)
    {
        lock (gate)
        {
            KillFamilyOfSpentUnderLock(refreshToken);
            return grants.Find(grant => grant.RefreshToken == refreshToken);
        }
    }

    /// <summary>Uses a refresh token, once when rotation is on. Null when it is dead.</summary>
    public Issued? Use(string refreshToken)
    {
        lock (gate)
        {
            KillFamilyOfSpentUnderLock(refreshToken);
            var at = grants.FindIndex(grant => grant.RefreshToken == refreshToken);
            if (at < 0) return null;
            var used = grants[at] with { UsedAt = clock.UtcNow };
            grants[at] = options.RotateRefreshTokens ? RotateUnderLock(used) : used;
            var rotated = options.RotateRefreshTokens ? grants[at].RefreshToken : null;
            return new Issued(IssueUnderLock(grants[at]), rotated);
        }
    }

    /// <summary>Ends the grant of a refresh token with all its sessions, or the one session of an access token.
    /// False when it is neither.</summary>
    public bool RevokeToken(string token)
    {
        lock (gate)
        {
            var known = KillFamilyOfSpentUnderLock(token);
            return known | RevokeUnderLock(grant => grant.RefreshToken == token) > 0 || sessions.Revoke(token);
        }
    }

    public int RevokeGrants(string userId) => Revoke(grant => grant.UserId == userId);

    public bool RevokeGrant(string grantId) => Revoke(grant => grant.Id == grantId) > 0;

    private static string NextRefreshToken() => SecretText.Next("5Aep");

    private int Revoke(Predicate<Grant> match)
    {
        lock (gate) return RevokeUnderLock(match);
    }

    private int RevokeUnderLock(Predicate<Grant> match)
    {
        var dead = grants.FindAll(match);
        foreach (var grant in dead) KillUnderLock(grant);
        return dead.Count;
    }

    private SandboxSession IssueUnderLock(Grant grant) =>
        sessions.Issue(grant.UserId, grant.Client.Id, grant.Scopes.ToString(), grant.Id);

    private Grant RotateUnderLock(Grant grant)
    {
        if (grantIdBySpentToken.Count >= SpentTokensMax) grantIdBySpentToken.Clear();
        grantIdBySpentToken[grant.RefreshToken] = grant.Id;
        return grant with { RefreshToken = NextRefreshToken() };
    }

    private bool KillFamilyOfSpentUnderLock(string refreshToken) =>
        grantIdBySpentToken.TryGetValue(refreshToken, out var grantId)
        && RevokeUnderLock(grant => grant.Id == grantId) > 0;

    private void KillUnderLock(Grant grant)
    {
        grants.Remove(grant);
        sessions.RevokeGrant(grant.Id);
    }
}
