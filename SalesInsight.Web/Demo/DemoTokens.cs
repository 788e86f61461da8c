using Microsoft.AspNetCore.Identity;
using SalesInsight.Sync.Storage;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Web.Demo;

/// <summary>An API token for each of the three people, new with every start: of the last one only its hash is left.
/// </summary>
internal sealed class DemoTokens(UserManager<AppUser> people, IApiTokens tokens)
{
    private const string Name = "Demo, printed at start";

    public async Task<IReadOnlyList<(DemoPerson Person, string Text)>> IssueAsync(CancellationToken stop)
    {
        List<(DemoPerson, string)> issued = [];
        foreach (var person in DemoPerson.All)
        {
            if (await people.FindByEmailAsync(person.Email) is not { } user) continue;
            foreach (var old in (await tokens.ListAsync(user.Id, stop)).Where(token => token.Name == Name))
                await tokens.RevokeAsync(user.Id, old.Id, stop);
            if (await tokens.IssueAsync(user.Id, Name, ApiScopes.All, ApiToken.LifetimeMax, stop) is { } made)
                issued.Add((person, made.Text));
        }

        return issued;
    }
}
