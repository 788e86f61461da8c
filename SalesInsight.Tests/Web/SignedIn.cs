using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SalesInsight.Web.Shell;

namespace SalesInsight.Tests.Web;

/// <summary>The person who looks at a component.</summary>
internal sealed class SignedIn(Guid id, bool isAdmin = false) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, id.ToString())];
        if (isAdmin) claims.Add(new Claim(ClaimTypes.Role, PersonClaims.AdminRole));
        return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))));
    }
}
