namespace SalesInsight.Sandbox.Org;

/// <summary>
/// Access tokens: issued by the OAuth room, checked by the REST room. A token dies by revocation or when it was not
/// used for the session lifetime. Safe to share between threads.
/// </summary>
public sealed class SandboxSessions
{
    private const int TokenLength = 96;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (SandboxSession Session, DateTimeOffset LastUsed)> byToken = [];
    private readonly SandboxClock clock;
    private readonly SandboxRandom random;
    private readonly TimeSpan lifetime;
    private readonly string orgId;

    internal SandboxSessions(SandboxClock clock, SandboxRandom random, TimeSpan lifetime, string orgId)
    {
        this.clock = clock;
        this.random = random;
        this.lifetime = lifetime;
        this.orgId = orgId;
    }

    /// <summary>Raised when an admin (or a fault) revokes grants: the user whose grants die, or null for everybody's.
    /// The OAuth room drops its refresh tokens on it.</summary>
    public event Action<string?>? GrantsRevoked;

    /// <summary>A new session; the token looks like <c>00D5i000000001!AQ...</c> (facts 1.3).</summary>
    public SandboxSession Issue(string userId, string clientName, string scope = "api", string? grantId = null)
    {
        var now = clock.UtcNow;
        var token = $"{orgId[..15]}!AQ{random.Token(TokenLength)}";
        var session = new SandboxSession(token, userId, clientName, scope, grantId, now);
        lock (gate) byToken[token] = (session, now);
        return session;
    }

    /// <summary>The live session of a token, and marks it used; null when unknown, revoked or timed out.</summary>
    public SandboxSession? Find(string accessToken)
    {
        lock (gate)
        {
            if (!byToken.TryGetValue(accessToken, out var held)) return null;
            var now = clock.UtcNow;
            if (now - held.LastUsed > lifetime)
            {
                byToken.Remove(accessToken);
                return null;
            }

            byToken[accessToken] = (held.Session, now);
            return held.Session;
        }
    }

    public bool Revoke(string accessToken)
    {
        lock (gate) return byToken.Remove(accessToken);
    }

    /// <summary>Ends the sessions of one grant; the caller owns the grant and forgets it itself.</summary>
    public int RevokeGrant(string grantId) => RemoveWhere(session => session.GrantId == grantId);

    /// <summary>Ends access tokens only: grants live on and may be refreshed.</summary>
    public int Expire(string? userId = null) => RemoveWhere(session => userId is null || session.UserId == userId);

    /// <summary>Ends sessions and grants of one user, or of everybody when null.</summary>
    public void RevokeGrants(string? userId = null)
    {
        Expire(userId);
        GrantsRevoked?.Invoke(userId);
    }

    private int RemoveWhere(Func<SandboxSession, bool> match)
    {
        lock (gate)
        {
            var dead = byToken.Values.Where(held => match(held.Session)).Select(held => held.Session).ToList();
            foreach (var session in dead) byToken.Remove(session.AccessToken);
            return dead.Count;
        }
    }
}
