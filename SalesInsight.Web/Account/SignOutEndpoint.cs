using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

internal static class SignOutEndpoint
{
    // The form parameter makes the antiforgery token obligatory: nobody is signed out from another site.
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost(
        "/account/sign-out",
        async ([FromForm] string? returnUrl, SignInManager<AppUser> signIn) =>
        {
            await signIn.SignOutAsync();
            return TypedResults.LocalRedirect(LocalAddress.Or(returnUrl, SignInCookie.SignInPath));
        });
}
