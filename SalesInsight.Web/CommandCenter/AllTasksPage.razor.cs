using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.CommandCenter;

/// <summary>Every task, whatever its date, fifty at a time. Filter, search and page live in the address.</summary>
public partial class AllTasksPage
{
    internal const int SearchLengthMax = 100;

    private static readonly TaskFilter[] Filters = Enum.GetValues<TaskFilter>();

    private readonly Dictionary<TaskFilter, int> _counts = [];
    private TaskPage? _page;
    private Arrivals _arrivals = Arrivals.None;
    private (TaskFilter Filter, string? Search, int Page) _of;

    [Inject] private IReminderTasks Tasks { get; set; } = null!;

    [Inject] private TaskWords Words { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "filter")] private string? FilterName { get; set; }

    private TaskFilter Chosen => Choice(FilterName, TaskFilter.Open);

    private string EmptyTitle =>
        IsSearching ? Words["Search.None", Words.Name(Search!)] : Words[$"Filter.{Chosen}.None"];

    private string EmptyMore => IsSearching ? Words["Search.NoneMore"] : Words[$"Filter.{Chosen}.NoneMore"];

    private string? Found => IsSearching ? Words["Search.Found", _page!.Total] : null;

    private protected override async Task<Action> ReadAsync(Viewer viewer, CancellationToken stop)
    {
        var (filter, search) = (Chosen, IsSearching ? Search!.Trim() : null);
        if (search?.Length > SearchLengthMax) search = search[..SearchLengthMax];
        var today = viewer.Today;
        var (list, page) = await ReadPageAsync(
            skip => Tasks.ListAsync(viewer.UserId, filter, search, today, skip, PageSize, stop), tasks => tasks.Total);
        var counts = new Dictionary<TaskFilter, int> { [filter] = list.Total };
        foreach (var other in Filters.Where(f => f != filter))
            counts[other] = (await Tasks.ListAsync(viewer.UserId, other, search, today, 0, 1, stop)).Total;
        return () =>
        {
            var isSame = _of == (filter, search, page);
            _arrivals = (isSame ? _arrivals : Arrivals.None)
                .Next(list.Tasks, viewer.Now, task => Words["News.Parked", Words.Name(task)]);
            (_of, _page) = ((filter, search, page), list);
            ShowPage(page, list.Total);
            foreach (var (key, count) in counts) _counts[key] = count;
        };
    }

    private string Address(TaskFilter filter, int page) => AddressOf("filter", filter, TaskFilter.Open, page);
}
