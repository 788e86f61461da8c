using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Web.Account;

public partial class SetupPage
{
    private string? problem;

    [Inject] private IStringLocalizer<AccountText> Text { get; init; } = null!;

    [Inject] private SignInManager<AppUser> SignIn { get; init; } = null!;

    [Inject] private PeopleDirectory People { get; init; } = null!;

    [Inject] private NavigationManager Navigation { get; init; } = null!;

    [Inject] private FirstAdminCode FirstAdmin { get; init; } = null!;

    [SupplyParameterFromForm] private Form Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new Form();

    private async Task CreateAsync()
    {
        if (!FirstAdmin.Matches(Input.Code)) problem = Text["Setup.WrongCode"];
        else if (!Input.IsComplete) problem = Text["Setup.Missing"];
        else await CreateAsync(Input.Name!.Trim(), Input.Email!.Trim(), Input.Password!);
    }

    private async Task CreateAsync(string name, string email, string password)
    {
        var (admin, result) = await People.CreateAsync(name, email, password, isAdmin: true);
        if (!result.Succeeded)
        {
            problem = Text["Setup.Refused", string.Join(' ', result.Errors.Select(error => error.Description))];
            return;
        }

        FirstAdmin.UseUp();
        await SignIn.SignInAsync(admin, isPersistent: true);
        Navigation.NavigateTo("/");
    }

    /// <summary>What the form sends.</summary>
    public sealed class Form
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool IsComplete =>
            !string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Email) && Password is { Length: > 0 };
    }
}
