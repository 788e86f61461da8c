using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Storage;
using SalesInsight.Web.Demo;

namespace SalesInsight.Web.Account;

public partial class SignInPage
{
    private string? problem;

    [Inject] private IStringLocalizer<AccountText> Text { get; init; } = null!;

    [Inject] private SignInManager<AppUser> SignIn { get; init; } = null!;

    [Inject] private UserManager<AppUser> People { get; init; } = null!;

    [Inject] private NavigationManager Navigation { get; init; } = null!;

    [Inject] private FirstAdminCode FirstAdmin { get; init; } = null!;

    [Inject] private DemoMode Demo { get; init; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm] private Form Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new Form();

    private async Task SignInAsync()
    {
        if (Input.Email is not { Length: > 0 } email || Input.Password is not { Length: > 0 } password)
        {
            problem = Text["SignIn.Missing"];
            return;
        }

        var result = await TryAsync(email, password);
        if (result.Succeeded) Navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
        else problem = result.IsLockedOut ? Text["SignIn.Locked"] : Text["SignIn.WrongPair"];
    }

    // An unknown address costs a password check too: how long an answer takes must not say who has an account.
    private async Task<SignInResult> TryAsync(string email, string password)
    {
        if (await People.FindByEmailAsync(email) is { } person)
            return await SignIn.PasswordSignInAsync(person, password, isPersistent: true, lockoutOnFailure: true);

        People.PasswordHasher.HashPassword(new AppUser(), password);
        return SignInResult.Failed;
    }

    /// <summary>What the form sends.</summary>
    public sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
