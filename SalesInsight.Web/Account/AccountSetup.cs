using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

/// <summary>Who is signed in, and how they get there.</summary>
internal static class AccountSetup
{
    private const int PasswordLengthMin = 12;
    private const int FailuresBeforeLockout = 5;
    private static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SessionTime = TimeSpan.FromDays(14);

    // How long a deactivated person's cookie may still work; open pages check as often.
    private static readonly TimeSpan CookieCheckInterval = TimeSpan.FromSeconds(30);

    public static void AddAccount(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCascadingAuthenticationState();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<AppUser>(UseOurRules)
            .AddRoles<IdentityRole<Guid>>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>()
            .AddSalesInsightStores();
        services.AddScoped<IUserConfirmation<AppUser>, ActivePeopleOnly>();
        services.AddScoped<ISecurityStampValidator, ActiveSessions>();
        services.AddScoped<AuthenticationStateProvider, ActiveCircuits>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = CookieCheckInterval);
        services.ConfigureApplicationCookie(
            options => SignInCookie.Configure(options, builder.Environment, SessionTime));
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignInCookie.SignedIn);
        services.AddScoped<PeopleDirectory>();
        services.AddSingleton<FirstAdminCode>();
        services.AddHostedService<FirstAdminNotice>();
        services.AddSignInLimit();
    }

    public static void MapAccount(this WebApplication app) => app.MapSignOut();

    private static void UseOurRules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // length beats composition rules, which only make people write passwords down
        options.Password.RequiredLength = PasswordLengthMin;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        // asks ActivePeopleOnly before every sign-in
        options.SignIn.RequireConfirmedAccount = true;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }
}
