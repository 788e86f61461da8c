using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Storage.Tokens;

/// <summary>
/// The users' API tokens. Each member takes the id of the signed-in user and touches only that user's. Of a token only
/// its hash is kept. Thread-safe.
/// </summary>
public interface IApiTokens
{
    /// <summary>
    /// Makes a token of 256 random bits. Its text is in this answer and never again. Null, and nothing made, when the
    /// name is empty or too long, no scope is given, the lifetime is not within <see cref="ApiToken.LifetimeMax"/>, or
    /// the user has <see cref="ApiToken.PerUserMax"/> already.
    /// </summary>
    Task<(ApiToken Token, string Text)?> IssueAsync(
        Guid userId, string name, ApiScopes scopes, TimeSpan lifetime, CancellationToken stop);

    /// <summary>
    /// Service tokens of every admin, newest first, for admins; empty for others. Issued as any token, with
    /// <see cref="ApiScopes.EmailsForOthers"/>, which is null for whoever is no admin.
    /// </summary>
    Task<IReadOnlyList<ApiToken>> ListServiceAsync(Actor actor, CancellationToken stop);

    /// <summary>From now on the service token, whoever made it, does not work; false for others than admins.</summary>
    Task<bool> RevokeServiceAsync(Actor actor, Guid tokenId, CancellationToken stop);

    /// <summary>All own tokens that were not revoked, expired ones too, newest first; no service tokens.</summary>
    Task<IReadOnlyList<ApiToken>> ListAsync(Guid userId, CancellationToken stop);

    /// <summary>From now on the token does not work; false when the user has none of that id.</summary>
    Task<bool> RevokeAsync(Guid userId, Guid tokenId, CancellationToken stop);

    /// <summary>
    /// The token of this text, and notes that it was used; null when it is unknown, revoked or expired, or its user was
    /// deactivated: whoever holds it is not told which.
    /// </summary>
    Task<ApiToken?> FindAsync(string text, CancellationToken stop);
}
