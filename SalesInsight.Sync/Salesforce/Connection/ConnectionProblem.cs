namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>
/// Why connecting failed or a connection stopped working. One plain sentence each belongs to the page; none carries
/// text that came from outside.
/// </summary>
public enum ConnectionProblem
{
    /// <summary>The login host is not https on an allowed Salesforce domain.</summary>
    LoginHostNotAllowed,

    /// <summary>The user, or their admin's policy, said no on Salesforce's consent page.</summary>
    ConsentRefused,

    /// <summary>The answer belongs to no sign-in of this user and browser, came late, or came a second time.</summary>
    SignInExpired,

    /// <summary>Salesforce did not accept the answer it had given itself; starting again is safe.</summary>
    CodeRejected,

    /// <summary>The app itself is refused: wrong client id, secret or redirect address, blocked by an admin.</summary>
    AppRejected,

    /// <summary>Salesforce named an address outside the allowed domains; nothing was sent there.</summary>
    AddressNotAllowed,

    /// <summary>The grant lacks what the sync needs: scope <c>api</c>, or a refresh token.</summary>
    GrantIncomplete,

    /// <summary>The organization's edition, or the user's profile, has no API.</summary>
    NoApiAccess,

    /// <summary>Another SalesInsight user already syncs as this Salesforce user.</summary>
    TakenByAnotherUser,

    /// <summary>This Salesforce user reads for all reps of the organization, so it syncs for nobody.</summary>
    ReadsForAll,

    /// <summary>The user meant to read for all reps lacks View All Data: what it does not show would look deleted.
    /// </summary>
    SeesTooLittle,

    /// <summary>Salesforce was not reachable or answered with an outage; trying again later is enough.</summary>
    NotReachable,

    /// <summary>
    /// The grant was revoked, expired, pushed out by newer ones, or ended by a new password: connect again.
    /// </summary>
    GrantRevoked,

    /// <summary>The Salesforce user is inactive: an admin there can reactivate it.</summary>
    UserInactive,

    /// <summary>The organization is locked or expired.</summary>
    OrganizationInactive,

    /// <summary>The organization does not accept logins from this server's address, or not at this hour.</summary>
    NetworkRestricted,

    /// <summary>Salesforce said something this version does not know.</summary>
    Unexpected,
}
