using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

/// <summary>The same for pages that stay open: a circuit outlives the request whose cookie was checked.</summary>
internal sealed class ActiveCircuits(ILoggerFactory logs, IServiceScopeFactory scopes)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    // A fresh scope, so that the database is asked and not what this circuit once read.
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<AppUser>>();
        return await signIn.ValidateSecurityStampAsync(state.User) is { IsDeactivated: false };
    }
}
