using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Shell;

/// <summary>Who looks at this page. Asked afresh each time: a session can end while a page stays open.</summary>
internal sealed class CurrentPerson(AuthenticationStateProvider state)
{
    public async Task<ClaimsPrincipal> GetAsync() => (await state.GetAuthenticationStateAsync()).User;

    /// <summary>For the doors that check rights; throws <see cref="UnauthorizedAccessException"/> when signed out.
    /// </summary>
    public async Task<Actor> ActorAsync()
    {
        var person = await GetAsync();
        if (person.Identity is not { IsAuthenticated: true }) throw new UnauthorizedAccessException();
        return new Actor(person.PersonId, person.IsAdmin);
    }
}
