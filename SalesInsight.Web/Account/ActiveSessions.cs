using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

/// <summary>Ends the browser sessions of people who were deactivated or whose password changed.</summary>
internal sealed class ActiveSessions(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<AppUser> signIn, ILoggerFactory logs)
    : SecurityStampValidator<AppUser>(options, signIn, logs)
{
    protected override async Task<AppUser?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { IsDeactivated: false } user ? user : null;
}
