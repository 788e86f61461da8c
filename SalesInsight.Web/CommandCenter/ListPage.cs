using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SalesInsight.Web.CommandCenter;

/// <summary>
/// A live page over a long list, fifty rows at a time. Which rows it shows lives in the address: <c>q</c> is what is
/// searched for, <c>page</c> the page, and a filter of the page's own.
/// </summary>
public abstract class ListPage : LivePage
{
    internal const int PageSize = 50;

    // an address is typed by anybody; what it multiplies must fit
    private const int PagesMax = 1_000_000;

    // fewer questions while somebody is still typing
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private int _turn;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")] private protected string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? Page { get; set; }

    protected bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    /// <summary>The page on show, from 1.</summary>
    protected int Shown { get; private set; } = 1;

    /// <summary>At least one, if an empty one.</summary>
    protected int Pages { get; private set; } = 1;

    /// <summary>Number of the first row on show, from 1.</summary>
    protected int First => (Shown - 1) * PageSize + 1;

    /// <summary>The address without a search.</summary>
    protected string Cleared => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["q"] = null, ["page"] = null });

    // the first look comes with the parameters, which is right after
    protected override Task OnInitializedAsync() => Task.CompletedTask;

    protected override Task OnParametersSetAsync() => LookAsync();

    /// <summary>The filter an address names; the usual one where it names none there is.</summary>
    private protected static T Choice<T>(string? name, T usual) where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : usual;

    /// <summary>The page the address names; the last there is, when rows went since the address was made.</summary>
    private protected async Task<(T List, int Page)> ReadPageAsync<T>(
        Func<int, Task<T>> readFrom, Func<T, int> total)
    {
        var page = Math.Max(1, Page ?? 1);
        var list = await readFrom((Math.Min(page, PagesMax) - 1) * PageSize);
        var last = PagesOf(total(list));
        return total(list) > 0 && page > last ? (await readFrom((last - 1) * PageSize), last) : (list, page);
    }

    private protected void ShowPage(int page, int total) => (Shown, Pages) = (page, PagesOf(total));

    /// <summary>The address of a page of a filter, with the same search.</summary>
    private protected string AddressOf<T>(string parameter, T filter, T usual, int page) where T : struct, Enum
    {
        var query = new Dictionary<string, object?>
        {
            [parameter] = filter.Equals(usual) ? null : filter.ToString().ToLower(CultureInfo.InvariantCulture),
            ["page"] = page == 1 ? null : page,
        };
        return Navigation.GetUriWithQueryParameters(query);
    }

    protected async Task SearchedAsync(ChangeEventArgs change)
    {
        var turn = ++_turn;
        await Task.Delay(Pause, Time, default);
        if (turn != _turn || Gone.IsCancellationRequested) return;
        var search = change.Value as string;
        var query = new Dictionary<string, object?>
        {
            ["q"] = search is { Length: > 0 } ? search : null,
            ["page"] = null,
        };
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(query), replace: true);
    }

    private static int PagesOf(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);
}
