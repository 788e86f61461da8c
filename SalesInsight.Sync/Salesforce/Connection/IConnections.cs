using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// A user's own Salesforce connection: the pair (organization id, user id) from the identity URL. Every call acts for
/// the signed-in user the caller passes; there is no call for somebody else's connection. Safe for parallel use.
/// </summary>
public interface IConnections
{
    /// <summary>
    /// Begins a sign-in: authorization code flow with PKCE S256 and a state bound to user and browser.
    /// </summary>
    /// <param name="userId">The signed-in SalesInsight user.</param>
    /// <param name="browser">
    /// Any value only this browser session can present again at <see cref="CompleteAsync"/>, for example of a cookie;
    /// only its hash is kept.
    /// </param>
    /// <param name="loginHost">Origin of the login page, as https://login.salesforce.com, or a My Domain.</param>
    /// <param name="redirectUri">Our callback, exactly as registered with the app.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<StartConnection> StartAsync(
        Guid userId, string browser, string loginHost, Uri redirectUri, CancellationToken ct);

    /// <summary>
    /// Takes the answer the browser brought back (code, state, or error), trades it for a grant and stores it.
    /// </summary>
    /// <param name="person">The signed-in SalesInsight user; must be the one who started, and still an admin where an
    /// org reader is connected.</param>
    /// <param name="browser">The value given at <see cref="StartAsync"/>.</param>
    /// <param name="query">The callback's query values; a repeated name has its first value.</param>
    /// <param name="ct">Stops waiting; a code that was traded is then lost, and the user connects again.</param>
    Task<CompleteConnection> CompleteAsync(
        Actor person, string browser, IReadOnlyDictionary<string, string> query, CancellationToken ct);

    /// <summary>
    /// Revokes the grant and forgets the tokens. Tasks and links stay. Without an answer from Salesforce the tokens
    /// are forgotten all the same.
    /// </summary>
    Task DisconnectAsync(Guid userId, CancellationToken ct);

    /// <summary>The user's current connection, from the store; costs no API call.</summary>
    Task<ConnectionView> GetAsync(Guid userId, CancellationToken ct);
}
