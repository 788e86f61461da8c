using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.CommandCenter;

/// <summary>What is due today and tomorrow, in the viewer's zone.</summary>
public partial class CommandCenterPage
{
    private DueTasks? _due;
    private DateOnly _today;
    private Arrivals _arrivals = Arrivals.None;

    [Inject] private IReminderTasks Tasks { get; set; } = null!;

    [Inject] private TaskWords Words { get; set; } = null!;

    /// <summary>When there is nothing today: the next thing there is.</summary>
    private string? AfterToday => _due switch
    {
        { Tomorrow: [] } => AfterTomorrow,
        { Tomorrow: [_] } => Words["Next.OneTomorrow"],
        { } due => Words["Next.Tomorrow", due.Tomorrow.Count],
        null => null,
    };

    private string AfterTomorrow => _due?.NextDue is { Content.DueDate: { } day } next
        ? Words[next.PersonCompany is null ? "Next.Due" : "Next.DueOf",
            Words.ShortDay(day, _today), Words.Name(next), next.PersonCompany ?? ""]
        : Words[Status is { IsConnected: false } ? "Next.Connect" : "Next.Nothing"];

    private string Where =>
        Words[Status is { IsConnected: true, Mode: not TaskSyncMode.Off } ? "Rest.InStep" : "Rest.OnlyHere"];

    private string Rest => (_due!.LaterCount, _due.NoDateCount) switch
    {
        (0, 0) => Words["Rest.None"],
        (var later, 0) => $"{Words["Rest.Later", later]} {Where}",
        (0, var none) => $"{Words["Rest.NoDate", none]} {Where}",
        var (later, none) => $"{Words["Rest.Both", later, none]} {Where}",
    };

    private protected override async Task<Action> ReadAsync(Viewer viewer, CancellationToken stop)
    {
        var today = viewer.Today;
        var due = await Tasks.ListDueAsync(viewer.UserId, today, stop);
        return () =>
        {
            TaskView[] all = [.. due.Today, .. due.Tomorrow];
            _arrivals = _arrivals.Next(all, viewer.Now, task => Words["News.Parked", Words.Name(task)]);
            (_due, _today) = (due, today);
        };
    }
}
