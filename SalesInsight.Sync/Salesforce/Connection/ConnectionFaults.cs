using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Faults;

namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>Between the engine's faults and the page's problems. Pure.</summary>
internal static class ConnectionFaults
{
    /// <summary>What the page says about a fault of the login host or of a probing call.</summary>
    public static ConnectionProblem ProblemOf(SalesforceFault fault) => fault.Code switch
    {
        FaultCode.UserInactive => ConnectionProblem.UserInactive,
        FaultCode.GrantRevoked when fault.ErrorCode == LoginFaults.InactiveOrganization =>
            ConnectionProblem.OrganizationInactive,
        FaultCode.GrantRevoked or FaultCode.SessionExpired => ConnectionProblem.GrantRevoked,
        FaultCode.LoginRestricted => ConnectionProblem.NetworkRestricted,
        FaultCode.ClientRefused => ConnectionProblem.AppRejected,
        FaultCode.ApiDisabledForOrg or FaultCode.ApiDisabledForUser => ConnectionProblem.NoApiAccess,
        _ when fault.Remedy == FaultRemedy.RetryAfter => ConnectionProblem.NotReachable,
        _ => ConnectionProblem.Unexpected,
    };

    /// <summary>What a run is told when it wants to open a connection that is known not to work.</summary>
    public static SalesforceFault FaultOf(ConnectionProblem? problem) => problem switch
    {
        ConnectionProblem.UserInactive => new(FaultCode.UserInactive, FaultRemedy.NeedsAdmin, "inactive_user"),
        ConnectionProblem.OrganizationInactive =>
            new(FaultCode.GrantRevoked, FaultRemedy.NeedsAdmin, LoginFaults.InactiveOrganization),
        ConnectionProblem.NetworkRestricted => new(FaultCode.LoginRestricted, FaultRemedy.NeedsAdmin, "ip_restricted"),
        ConnectionProblem.AppRejected => new(FaultCode.ClientRefused, FaultRemedy.NeedsAdmin, "client_refused"),
        ConnectionProblem.NoApiAccess => new(FaultCode.ApiDisabledForOrg, FaultRemedy.NeedsAdmin, "no_api"),
        ConnectionProblem.AddressNotAllowed => AddressNotAllowed,
        _ => new(FaultCode.GrantRevoked, FaultRemedy.NeedsUser, "not_connected"),
    };

    /// <summary>Salesforce named an address outside the allow-list; an admin may list it, or it is an attack.</summary>
    public static readonly SalesforceFault AddressNotAllowed =
        new(FaultCode.ClientRefused, FaultRemedy.NeedsAdmin, "ADDRESS_NOT_ALLOWED");

    /// <summary>The scope of a refreshed token no longer has the API (facts 1.3).</summary>
    public static readonly SalesforceFault ScopeLost =
        new(FaultCode.GrantRevoked, FaultRemedy.NeedsUser, "scope_lost");

    /// <summary>The answer to the browser's own error, which comes as a query value.</summary>
    public static ConnectionProblem ProblemOfAnswer(string error) => error switch
    {
        "access_denied" or "access-denied" => ConnectionProblem.ConsentRefused,
        "temporarily_unavailable" or "server_error" or "unknown_error" => ConnectionProblem.NotReachable,
        _ => ConnectionProblem.AppRejected,
    };
}
