using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>My Account, API tokens: make one, see it once, revoke it.</summary>
public partial class ApiTokensPage
{
    private IReadOnlyList<ApiToken> tokens = [];
    private PersonTime? time;
    private Guid userId;
    private string name = "";
    private string? text;
    private int madeCount;

    [Inject] private IStringLocalizer<ApiText> Text { get; init; } = null!;

    [Inject] private IApiTokens Tokens { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private PersonClock Clock { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        userId = (await Person.ActorAsync()).UserId;
        await LoadAsync();
        time = await Clock.ReadAsync();
    }

    /// <summary>False when there are too many already.</summary>
    private async Task<bool> CreateAsync(NewToken.Wish wish)
    {
        var made = await Tokens.IssueAsync(userId, wish.Name, wish.Scopes, wish.Lifetime, CancellationToken.None);
        if (made is not { } issued) return false;
        (name, text) = (issued.Token.Name, issued.Text);
        madeCount++;
        await LoadAsync();
        StateHasChanged();                          // a function asked by the form renders only the form
        return true;
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await Tokens.RevokeAsync(userId, token.Id, CancellationToken.None);
        await LoadAsync();
        Toasts.Show(new Toast(Text["List.Revoked"]));
    }

    private async Task LoadAsync() => tokens = await Tokens.ListAsync(userId, CancellationToken.None);
}
