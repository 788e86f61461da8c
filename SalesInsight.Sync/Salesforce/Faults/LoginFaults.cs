using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.Salesforce.Faults;

/// <summary>
/// What the login host's refusals mean (facts 1.4). A grant is called dead only when Salesforce says so while it is
/// well: 5xx with any body, a page, or a login rate is an outage, and the user is not asked to connect again for it.
/// </summary>
internal static class LoginFaults
{
    public const string InactiveOrganization = "inactive_org";

    public static SalesforceFault Classify(FaultEvidence.Login login)
    {
        var error = login.Error ?? "";
        var about = login.Description ?? "";
        if (login.Status >= 500 || login.Status is 406 or 408 or 420 or 429 || error.Length == 0)
            return Outage(FaultCode.Unreachable, error, login.RetryAfter ?? KnownFaults.OutagePause);
        return error switch
        {
            "rate_limit_exceeded" =>
                Outage(FaultCode.SlowDown, error, login.RetryAfter ?? KnownFaults.SlowDownPause),
            "unknown_error" => Outage(FaultCode.Unreachable, error, login.RetryAfter ?? KnownFaults.OutagePause),
            "inactive_user" => new(FaultCode.UserInactive, FaultRemedy.NeedsAdmin, error),
            InactiveOrganization => new(FaultCode.GrantRevoked, FaultRemedy.NeedsAdmin, error),
            "invalid_grant" => ClassifyGrant(about),
            _ => new(FaultCode.ClientRefused, FaultRemedy.NeedsAdmin, Known(error)),
        };
    }

    /// <summary>The one error whose meaning lies in its description.</summary>
    private static SalesforceFault ClassifyGrant(string about)
    {
        if (Says(about, "inactive user")) return new(FaultCode.UserInactive, FaultRemedy.NeedsAdmin, "inactive_user");
        if (Says(about, "inactive org"))
            return new(FaultCode.GrantRevoked, FaultRemedy.NeedsAdmin, InactiveOrganization);
        if (Says(about, "ip restricted") || Says(about, "login hours"))
            return new(FaultCode.LoginRestricted, FaultRemedy.NeedsAdmin, "ip_restricted");
        if (Says(about, "audience")) return new(FaultCode.ClientRefused, FaultRemedy.NeedsAdmin, "invalid_audience");
        return new(FaultCode.GrantRevoked, FaultRemedy.NeedsUser, "invalid_grant");
    }

    private static SalesforceFault Outage(FaultCode code, string error, TimeSpan pause) =>
        new(code, FaultRemedy.RetryAfter, error.Length == 0 ? "no_error" : Known(error), pause, null, []);

    private static bool Says(string about, string what) => about.Contains(what, StringComparison.OrdinalIgnoreCase);

    /// <summary>The code may be logged, so it must look like one.</summary>
    private static string Known(string error) =>
        error.Length <= 60 && error.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? error : "other";
}
