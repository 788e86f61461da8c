using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Storage.Tokens;

namespace SalesInsight.Web.Api.Tokens;

/// <summary>The form for a new token.</summary>
public partial class NewToken
{
    private const int DaysDefault = 90;

    private string name = "";
    private ApiScopes scopes = ApiScopes.TasksRead;
    private int days = DaysDefault;
    private string? nameProblem;
    private string? scopeProblem;
    private string? problem;
    private bool isWorking;

    private static IReadOnlyList<int> DayChoices { get; } = [7, 30, DaysDefault, ApiToken.LifetimeMax.Days];

    [Inject] private IStringLocalizer<ApiText> Text { get; init; } = null!;

    /// <summary>False when there are too many already.</summary>
    [Parameter, EditorRequired] public required Func<Wish, Task<bool>> Create { get; set; }

    /// <summary>A service token: what it may do is not chosen.</summary>
    [Parameter] public bool IsService { get; set; }

    private async Task CreateAsync()
    {
        nameProblem = string.IsNullOrWhiteSpace(name) || name.Trim().Length > ApiToken.NameLengthMax
            ? Text["New.NameMissing", ApiToken.NameLengthMax].Value
            : null;
        scopeProblem = scopes == ApiScopes.None ? Text["New.ScopeMissing"].Value : null;
        problem = null;
        if (nameProblem is not null || scopeProblem is not null) return;

        isWorking = true;
        var isMade = await Create(new Wish(name, scopes, TimeSpan.FromDays(days)));
        isWorking = false;
        if (!isMade) problem = Text["New.TooMany", ApiToken.PerUserMax];
    }

    /// <summary>What the form asks for.</summary>
    public sealed record Wish(string Name, ApiScopes Scopes, TimeSpan Lifetime);
}
