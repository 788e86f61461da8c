using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>Admin Settings, Service tokens: for programs that report the mail of several senders.</summary>
public partial class ServiceTokensPage
{
    private const ApiScopes Scopes = ApiScopes.EmailsReport | ApiScopes.EmailsForOthers;

    private IReadOnlyList<ApiToken> tokens = [];
    private Actor actor = null!;
    private PersonTime? time;
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
        actor = await Person.ActorAsync();
        await LoadAsync();
        time = await Clock.ReadAsync();
    }

    /// <summary>False when there are too many already.</summary>
    private async Task<bool> CreateAsync(NewToken.Wish wish)
    {
        var made = await Tokens.IssueAsync(actor.UserId, wish.Name, Scopes, wish.Lifetime, CancellationToken.None);
        if (made is not { } issued) return false;
        (name, text) = (issued.Token.Name, issued.Text);
        madeCount++;
        await LoadAsync();
        StateHasChanged();                          // a function asked by the form renders only the form
        return true;
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await Tokens.RevokeServiceAsync(actor, token.Id, CancellationToken.None);
        await LoadAsync();
        Toasts.Show(new Toast(Text["List.Revoked"]));
    }

    private async Task LoadAsync() => tokens = await Tokens.ListServiceAsync(actor, CancellationToken.None);
}
