using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Account;

/// <summary>Adds the name people are shown by.</summary>
internal sealed class PersonClaimsFactory(
    UserManager<AppUser> people, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<Guid>>(people, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.DisplayNameType, user.DisplayName));
        return identity;
    }
}
