using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Account;

/// <summary>The accounts: a person and their role belong together.</summary>
internal sealed class PeopleDirectory(UserManager<AppUser> people, RoleManager<IdentityRole<Guid>> roles)
{
    /// <summary>Creates the person; an error says why not, in Identity's words.</summary>
    public async Task<(AppUser Person, IdentityResult Result)> CreateAsync(
        string name, string email, string password, bool isAdmin)
    {
        var person = new AppUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        var result = await people.CreateAsync(person, password);
        if (!result.Succeeded || !isAdmin) return (person, result);

        if (!await roles.RoleExistsAsync(PersonClaims.AdminRole))
            await roles.CreateAsync(new IdentityRole<Guid>(PersonClaims.AdminRole));
        return (person, await people.AddToRoleAsync(person, PersonClaims.AdminRole));
    }

    public async Task<AppUser?> FindAsync(Guid userId) => await people.FindByIdAsync(userId.ToString());

    /// <summary>False, and nothing changed, for an empty name or one too long.</summary>
    public async Task<bool> RenameAsync(Guid userId, string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > AppUser.DisplayNameLengthMax) return false;
        if (await FindAsync(userId) is not { } person) return false;
        person.DisplayName = trimmed;
        return (await people.UpdateAsync(person)).Succeeded;
    }
}
