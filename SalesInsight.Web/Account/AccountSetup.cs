using Microsoft.AspNetCore.Identity;

namespace SalesInsight.Web.Account;

/// <summary>Who is signed in, and how they get there.</summary>
internal static class AccountSetup
{
    public static void AddAccount(this WebApplicationBuilder builder)
    {
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(_ => { });
    }

    public static void MapAccount(this WebApplication app)
    {
    }
}
