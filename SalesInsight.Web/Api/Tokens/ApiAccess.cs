using Microsoft.AspNetCore.Authorization;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>What a call asks of the token it comes with. Cookies count for nothing here.</summary>
/// <param name="Scope">As the outside names it.</param>
internal sealed record ApiAccess(string Scope)
{
    public const string Scheme = "ApiToken";
    public const string ScopeClaim = "scope";

    public static readonly ApiAccess Read = new("tasks:read");
    public static readonly ApiAccess Write = new("tasks:write");
    public static readonly ApiAccess Report = new("emails:report");

    /// <summary>With <see cref="Report"/>: of a service token, which reports for others.</summary>
    public const string ForOthers = "emails:report-others";

    /// <summary>Any token that works.</summary>
    public static AuthorizationPolicy Token { get; } =
        new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    /// <summary>A token with this scope.</summary>
    public AuthorizationPolicy Policy { get; } =
        new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().RequireClaim(ScopeClaim, Scope).Build();
}
