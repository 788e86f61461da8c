using System.Globalization;
using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.CommandCenter;

/// <summary>Every task, whatever its date, fifty at a time. Filter, search and page live in the address.</summary>
public partial class AllTasksPage
{
    internal const int PageSize = 50;

    internal const int SearchLengthMax = 100;

    // an address is typed by anybody; what it multiplies must fit
    private const int PagesMax = 1_000_000;

    // fewer questions while somebody is still typing
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly TaskFilter[] Filters = Enum.GetValues<TaskFilter>();

    private readonly Dictionary<TaskFilter, int> _counts = [];
    private TaskPage? _page;
    private int _shown = 1;
    private Arrivals _arrivals = Arrivals.None;
    private (TaskFilter Filter, string? Search, int Page) _of;
    private int _turn;

    [Inject] private IReminderTasks Tasks { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private TaskWords Words { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "filter")] private string? FilterName { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? Page { get; set; }

    private TaskFilter Chosen => Enum.TryParse<TaskFilter>(FilterName, true, out var filter) && Enum.IsDefined(filter)
        ? filter
        : TaskFilter.Open;

    private bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    private int Pages => Math.Max(1, (_page!.Total + PageSize - 1) / PageSize);

    private int First => (_shown - 1) * PageSize + 1;

    private string EmptyTitle =>
        IsSearching ? Words["Search.None", Words.Name(Search!)] : Words[$"Filter.{Chosen}.None"];

    private string EmptyMore => IsSearching ? Words["Search.NoneMore"] : Words[$"Filter.{Chosen}.NoneMore"];

    private string? Found => IsSearching ? Words["Search.Found", _page!.Total] : null;

    private string Cleared => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["q"] = null, ["page"] = null });

    protected override Task OnInitializedAsync() => Task.CompletedTask;

    protected override Task OnParametersSetAsync() => LookAsync();

    private protected override async Task<Action> ReadAsync(Viewer viewer, CancellationToken stop)
    {
        var (filter, search, page) = (Chosen, IsSearching ? Search!.Trim() : null, Math.Max(1, Page ?? 1));
        if (search?.Length > SearchLengthMax) search = search[..SearchLengthMax];
        var today = viewer.Today;
        var list = await ListAsync(page);
        // rows went since the address was made: the last page there is
        if (list is { Tasks.Count: 0, Total: > 0 })
            list = await ListAsync(page = (list.Total + PageSize - 1) / PageSize);
        var counts = new Dictionary<TaskFilter, int> { [filter] = list.Total };
        foreach (var other in Filters.Where(f => f != filter))
            counts[other] = (await Tasks.ListAsync(viewer.UserId, other, search, today, 0, 1, stop)).Total;
        return () =>
        {
            var isSame = _of == (filter, search, page);
            _arrivals = (isSame ? _arrivals : Arrivals.None)
                .Next(list.Tasks, viewer.Now, task => Words["News.Parked", Words.Name(task)]);
            (_of, _page, _shown) = ((filter, search, page), list, page);
            foreach (var (key, count) in counts) _counts[key] = count;
        };

        Task<TaskPage> ListAsync(int number) => Tasks.ListAsync(
            viewer.UserId, filter, search, today, (Math.Min(number, PagesMax) - 1) * PageSize, PageSize, stop);
    }

    private async Task SearchedAsync(ChangeEventArgs change)
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

    private string Address(TaskFilter filter, int page)
    {
        var query = new Dictionary<string, object?>
        {
            ["filter"] = filter is TaskFilter.Open ? null : filter.ToString().ToLower(CultureInfo.InvariantCulture),
            ["page"] = page == 1 ? null : page,
        };
        return Navigation.GetUriWithQueryParameters(query);
    }
}
