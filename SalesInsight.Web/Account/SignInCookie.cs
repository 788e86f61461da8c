using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace SalesInsight.Web.Account;

/// <summary>The one cookie a session needs.</summary>
internal static class SignInCookie
{
    public const string SignInPath = "/account/sign-in";

    /// <summary>What a page asks for when it says nothing: nobody gets in by an attribute forgotten.</summary>
    public static AuthorizationPolicy SignedIn { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    public static void Configure(
        CookieAuthenticationOptions options, IHostEnvironment environment, TimeSpan sessionTime)
    {
        options.Cookie.Name = "salesinsight";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // plain http is for this computer only
        options.Cookie.SecurePolicy =
            environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = sessionTime;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
