using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.CommandCenter;

/// <summary>
/// A page that looks again whenever something of its viewer's changes, and when their day does. Changes that come close
/// together are looked at once. A failed look keeps what is shown, or says that there is nothing to show.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    /// <summary>A run tells of many rows in a burst; people do not see a difference below this.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _listener;
    private ITimer? _look;
    private ITimer? _midnight;
    private int _isLookDue;
    private int _looks;

    [Inject] private CurrentPerson Person { get; set; } = null!;

    [Inject] private PersonClock Zones { get; set; } = null!;

    [Inject] private ILiveUpdates Live { get; set; } = null!;

    [Inject] private ISyncControl Control { get; set; } = null!;

    [Inject] private TaskFailures Failures { get; set; } = null!;

    private protected Viewer? Viewer { get; private set; }

    protected SyncStatus? Status { get; private set; }

    /// <summary>The last look failed.</summary>
    protected bool HasFailed { get; private set; }

    /// <summary>Ends what the page still waits for when it is left.</summary>
    protected CancellationToken Gone { get; }

    protected LivePage() => Gone = _gone.Token;

    public void Dispose()
    {
        _listener?.Dispose();
        _look?.Dispose();
        _midnight?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows; what it returns puts that on show, unless a newer look came first.</summary>
    private protected abstract Task<Action> ReadAsync(Viewer viewer, CancellationToken stop);

    /// <summary>False for a change that this page shows nothing of.</summary>
    private protected virtual bool Concerns(LiveChange change) => change is not LiveChange.Emails;

    protected override Task OnInitializedAsync() => LookAsync();

    protected async Task LookAsync()
    {
        Volatile.Write(ref _isLookDue, 0);
        if (Gone.IsCancellationRequested) return;
        var look = ++_looks;
        try
        {
            Viewer ??= await StartAsync();
            var status = await Control.StatusAsync(Viewer.UserId, Gone);
            var show = await ReadAsync(Viewer, Gone);
            if (look < _looks) return;
            (Status, HasFailed) = (status, false);
            show();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failures.ListFailed(failure);
            HasFailed = true;
        }
        catch (OperationCanceledException)
        {
            // the page was left while it was looking
        }
        if (!Gone.IsCancellationRequested) StateHasChanged();
    }

    private async Task<Viewer> StartAsync()
    {
        var viewer = new Viewer((await Person.ActorAsync()).UserId, await Zones.ReadAsync(Gone));
        var (clock, never) = (viewer.Time.Time, Timeout.InfiniteTimeSpan);
        _look = clock.CreateTimer(_ => _ = InvokeAsync(LookAsync), null, never, never);
        _midnight = clock.CreateTimer(_ => _ = InvokeAsync(NewDayAsync), null, viewer.Time.UntilMidnight, never);
        _listener = Live.Listen(viewer.UserId, change =>
        {
            if (Concerns(change)) LookSoon();
        });
        return viewer;
    }

    private void LookSoon()
    {
        if (Interlocked.Exchange(ref _isLookDue, 1) == 0) _look?.Change(Gathering, Timeout.InfiniteTimeSpan);
    }

    private Task NewDayAsync()
    {
        _midnight?.Change(Viewer!.Time.UntilMidnight, Timeout.InfiniteTimeSpan);
        return LookAsync();
    }
}
