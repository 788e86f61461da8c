using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;

namespace SalesInsight.Web.Shell;

public partial class SyncPill
{
    private static readonly TimeSpan RepaintEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SpeakEvery = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource gone = new();
    private IDisposable? listening;
    private ITimer? repaint;
    private SyncStatus? status;
    private PillState? pill;
    private string? spoken;
    private DateTimeOffset spokenAt;
    private Guid userId;

    [Inject] private IStringLocalizer<ShellText> Text { get; init; } = null!;

    [Inject] private ISyncControl Sync { get; init; } = null!;

    [Inject] private ILiveUpdates Live { get; init; } = null!;

    [Inject] private CurrentPerson Person { get; init; } = null!;

    [Inject] private TimeProvider Time { get; init; } = null!;

    private bool MaySync => status is
    {
        IsConnected: true, NeedsReconnect: false, IsPaused: false, Mode: not TaskSyncMode.Off, Running: null,
    };

    private string? SyncHint => MaySync ? null : Text[pill!.Text, pill.Arguments].Value;

    public void Dispose()
    {
        gone.Cancel();
        listening?.Dispose();
        repaint?.Dispose();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if ((await Person.GetAsync()).Identity is not { IsAuthenticated: true }) return;
        userId = (await Person.ActorAsync()).UserId;
        await LookAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender || userId == Guid.Empty) return;
        listening = Live.Listen(userId, change =>
        {
            if (change is not LiveChange.Emails) Refresh();
        });
        repaint = Time.CreateTimer(_ => Refresh(), null, RepaintEvery, RepaintEvery);
    }

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        if (gone.IsCancellationRequested) return;
        await LookAsync();
        StateHasChanged();
    });

    private async Task LookAsync()
    {
        status = await Sync.StatusAsync(userId, gone.Token);
        var now = Time.GetUtcNow();
        pill = PillState.Of(status, now);
        Speak(now);
    }

    // Readers hear a change of state, never a growing age, and at most one a minute.
    private void Speak(DateTimeOffset now)
    {
        var words = pill!.Look == "good" ? Text["Sync.InStep"].Value : Text[pill.Text, pill.Arguments].Value;
        if (words == spoken || now - spokenAt < SpeakEvery) return;
        (spoken, spokenAt) = (words, now);
    }

    private void SyncNow() => Sync.Request(userId, RunReason.ByHand);
}
