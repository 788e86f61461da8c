namespace SalesInsight.Sandbox.OAuth;

/// <summary>What an admin could set on the app in a real org.</summary>
public sealed class OAuthOptions
{
    /// <summary>Whether each refresh returns a new refresh token and kills the old one. Default true.</summary>
    public bool RotateRefreshTokens { get; set; } = true;

    /// <summary>Live grants per user and app; one more revokes the oldest. Default 5, as in Salesforce.</summary>
    public int GrantsPerUserMax { get; set; } = 5;

    /// <summary>How long a code can be redeemed. Default 15 minutes.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(15);
}
