using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

/// <summary>Lets nobody sign in whom an admin deactivated.</summary>
internal sealed class ActivePeopleOnly : IUserConfirmation<AppUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<AppUser> manager, AppUser user) =>
        Task.FromResult(!user.IsDeactivated);
}
