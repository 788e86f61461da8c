namespace SalesInsight.Sync.Storage.Tokens;

/// <summary>One API token as its user sees it: everything but the token itself.</summary>
/// <param name="Id">Ours; names it in a list, and is no secret.</param>
/// <param name="UserId">Whose rights it has.</param>
/// <param name="Name">The user's own word for it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">Our clock, UTC.</param>
/// <param name="ExpiresAt">From then on it does not work.</param>
/// <param name="LastUsedAt">To the minute; null: never used.</param>
public sealed record ApiToken(
    Guid Id,
    Guid UserId,
    string Name,
    ApiScopes Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt)
{
    /// <summary>Characters of a name.</summary>
    public const int NameLengthMax = 80;

    /// <summary>Tokens of one user at a time, expired ones included until they are revoked.</summary>
    public const int PerUserMax = 50;

    /// <summary>Every token begins so, that it can be recognised where it does not belong.</summary>
    public const string Prefix = "salesinsight_";

    /// <summary>No token lives longer.</summary>
    public static readonly TimeSpan LifetimeMax = TimeSpan.FromDays(365);
}
