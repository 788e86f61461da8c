using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Storage.Tokens;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>Where tokens are made, seen once and revoked: one's own, or as an admin those of programs.</summary>
public partial class TokenDesk
{
    /// <summary>Of a service token. Nobody chooses them: it reports the mail of several senders.</summary>
    private const ApiScopes ServiceScopes = ApiScopes.EmailsReport | ApiScopes.EmailsForOthers;

    private IReadOnlyList<ApiToken> tokens = [];
    private Actor actor = null!;
    private PersonTime? time;
    private string name = "";
    private string? text;
    private int madeCount;

    [Inject] private IApiTokens Tokens { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private PersonClock Clock { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    /// <summary>Service tokens, whoever made them, in place of one's own.</summary>
    [Parameter] public bool IsService { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await Person.ActorAsync();
        await LoadAsync();
        time = await Clock.ReadAsync();
    }

    /// <summary>False when there are too many already.</summary>
    private async Task<bool> CreateAsync(NewToken.Wish wish)
    {
        var scopes = IsService ? ServiceScopes : wish.Scopes;
        var made = await Tokens.IssueAsync(actor.UserId, wish.Name, scopes, wish.Lifetime, CancellationToken.None);
        if (made is not { } issued) return false;
        (name, text) = (issued.Token.Name, issued.Text);
        madeCount++;
        await LoadAsync();
        StateHasChanged();                          // a function asked by the form renders only the form
        return true;
    }

    private async Task RevokeAsync(ApiToken token)
    {
        await (IsService
            ? Tokens.RevokeServiceAsync(actor, token.Id, CancellationToken.None)
            : Tokens.RevokeAsync(actor.UserId, token.Id, CancellationToken.None));
        await LoadAsync();
        Toasts.Show(new Toast(Text["List.Revoked"]));
    }

    private async Task LoadAsync() => tokens = await (IsService
        ? Tokens.ListServiceAsync(actor, CancellationToken.None)
        : Tokens.ListAsync(actor.UserId, CancellationToken.None));
}
