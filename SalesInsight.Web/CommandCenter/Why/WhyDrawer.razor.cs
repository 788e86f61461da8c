using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.CommandCenter.Why;

/// <summary>
/// Answers 'why is this task as it is': where it stands, what lost and can be had back, and what happened.
/// </summary>
public partial class WhyDrawer : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private TaskView _now = null!;
    private IReadOnlyList<HistoryEntry>? _history;
    private IReadOnlyList<LostValue> _lost = [];
    private bool _hasFailed;
    private IDisposable? _listener;

    [Inject] private IReminderTasks Tasks { get; set; } = null!;

    [Inject] private ILiveUpdates Live { get; set; } = null!;

    [Inject] private TaskFailures Failures { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private TaskWords Words { get; set; } = null!;

    [Inject] private SyncWords Sync { get; set; } = null!;

    [CascadingParameter] private Viewer Viewer { get; set; } = null!;

    [Parameter, EditorRequired] public required TaskView Item { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    public void Dispose()
    {
        _listener?.Dispose();
        _gone.Cancel();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync()
    {
        _now = Item;
        _listener = Live.Listen(Viewer.UserId, change =>
        {
            if (change is LiveChange.Tasks) _ = InvokeAsync(LoadAsync);
        });
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var now = await Tasks.FindAsync(Viewer.UserId, Item.Id, _gone.Token);
            var history = await Tasks.HistoryAsync(Viewer.UserId, Item.Id, _gone.Token);
            (_now, _history, _hasFailed) = (now ?? _now, history, false);
            _lost = LostValue.In(history, _now.Content);
        }
        catch (OperationCanceledException)
        {
            // the drawer was closed while it was looking
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failures.ListFailed(failure);
            _hasFailed = true;
        }

        StateHasChanged();
    }

    private async Task RestoreAsync(LostValue lost)
    {
        if (ValueWords.Restore(_now.Content, lost.Field, lost.Value) is not { } content) return;
        var result = await Failures.GuardAsync(
            () => Tasks.EditAsync(Viewer.UserId, _now, content, _now.Type, default));
        var toast = result switch
        {
            TaskSaveResult.Saved => new Toast(Words["Toast.Restored", Words.Field(lost.Field)]),
            TaskSaveResult.Refused refused => new Toast(Words.Problem(refused.Problems[0].Code), IsBad: true),
            TaskSaveResult.Stale => new Toast(Words["Toast.Stale", Words.Name(_now)], IsBad: true),
            TaskSaveResult.Gone => new Toast(Words["Toast.Gone", Words.Name(_now)], IsBad: true),
            _ => null,
        };
        if (toast is not null) Toasts.Show(toast);
        await LoadAsync();
    }
}
