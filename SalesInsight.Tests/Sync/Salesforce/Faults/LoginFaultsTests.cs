using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Faults;
using static SalesInsight.Sync.Runs.Ports.FaultCode;
using static SalesInsight.Sync.Runs.Ports.FaultRemedy;
using Page = SalesInsight.Sync.Salesforce.Connection.ConnectionProblem;

namespace SalesInsight.Tests.Sync.Salesforce.Faults;

public class LoginFaultsTests
{
    // HTTP status, error, description, what it is, who cures it, what the page says: every line of facts 1.4
    public static TheoryData<int, string?, string?, FaultCode, FaultRemedy, ConnectionProblem> Answers => new()
    {
        { 400, "invalid_grant", "expired access/refresh token", FaultCode.GrantRevoked, NeedsUser, Page.GrantRevoked },
        { 400, "invalid_grant", "authentication failure", FaultCode.GrantRevoked, NeedsUser, Page.GrantRevoked },
        { 400, "invalid_grant", "authentication failure - Invalid Password", FaultCode.GrantRevoked, NeedsUser,
            Page.GrantRevoked },
        { 400, "invalid_grant", null, FaultCode.GrantRevoked, NeedsUser, Page.GrantRevoked },
        { 400, "invalid_grant", "inactive user", FaultCode.UserInactive, NeedsAdmin, Page.UserInactive },
        { 400, "inactive_user", "inactive user", FaultCode.UserInactive, NeedsAdmin, Page.UserInactive },
        { 400, "inactive_org", "inactive organization", FaultCode.GrantRevoked, NeedsAdmin, Page.OrganizationInactive },
        { 400, "invalid_grant", "inactive organization", FaultCode.GrantRevoked, NeedsAdmin,
            Page.OrganizationInactive },
        { 400, "invalid_grant", "ip restricted", LoginRestricted, NeedsAdmin, Page.NetworkRestricted },
        { 400, "invalid_grant", "ip restricted or invalid login hours", LoginRestricted, NeedsAdmin,
            Page.NetworkRestricted },
        { 400, "invalid_grant", "Audience validation failed", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "invalid_client", "invalid client credentials", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "invalid_client_id", "client identifier invalid", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "unsupported_grant_type", "grant type not supported", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "rate_limit_exceeded", "login rate exceeded", SlowDown, RetryAfter, Page.NotReachable },
        { 400, "redirect_uri_mismatch", "redirect_uri must match configuration", ClientRefused, NeedsAdmin,
            Page.AppRejected },
        { 400, "invalid_scope", "the requested scope is not allowed", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "unknown_error", "retry your request", Unreachable, RetryAfter, Page.NotReachable },
        { 400, "app_not_found", "External client app is not installed", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 400, "OAUTH_APP_BLOCKED", "this app is blocked by admin", ClientRefused, NeedsAdmin, Page.AppRejected },
        { 500, "invalid_grant", "expired access/refresh token", Unreachable, RetryAfter, Page.NotReachable },
        { 503, "invalid_grant", "inactive user", Unreachable, RetryAfter, Page.NotReachable },
        { 503, null, null, Unreachable, RetryAfter, Page.NotReachable },
        { 429, "invalid_grant", null, Unreachable, RetryAfter, Page.NotReachable },
        { 400, null, null, Unreachable, RetryAfter, Page.NotReachable },
        { 400, "brand_new_error", "something", ClientRefused, NeedsAdmin, Page.AppRejected },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_OfTheLoginHost_MeansWhatTheTableSays(
        int status, string? error, string? description, FaultCode code, FaultRemedy remedy, ConnectionProblem problem)
    {
        var fault = FaultClassifier.Classify(new FaultEvidence.Login(status, error, description));

        (fault.Code, fault.Remedy).Should().Be((code, remedy));
        ConnectionFaults.ProblemOf(fault).Should().Be(problem);
    }

    [Fact]
    public void Outage_WithARetryAfter_WaitsThatLong()
    {
        var login = new FaultEvidence.Login(400, "rate_limit_exceeded", null, TimeSpan.FromMinutes(9));

        FaultClassifier.Classify(login).RetryAfter.Should().Be(TimeSpan.FromMinutes(9));
    }

    [Theory]
    [InlineData(ConnectionProblem.UserInactive)]
    [InlineData(ConnectionProblem.OrganizationInactive)]
    [InlineData(ConnectionProblem.NetworkRestricted)]
    [InlineData(ConnectionProblem.AppRejected)]
    [InlineData(ConnectionProblem.GrantRevoked)]
    [InlineData(ConnectionProblem.NoApiAccess)]
    public void Problem_TakenToAFaultAndBack_IsTheSame(ConnectionProblem problem)
    {
        ConnectionFaults.ProblemOf(ConnectionFaults.FaultOf(problem)).Should().Be(problem);
    }
}
