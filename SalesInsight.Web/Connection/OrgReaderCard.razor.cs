using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Web.Shell;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Connection;

/// <summary>Connects, shows and disconnects org readers; the doors behind it are open to admins only.</summary>
public partial class OrgReaderCard : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<OrgReaderView>? readers;
    private IDisposable? listening;

    [Inject] private IStringLocalizer<ConnectionText> Text { get; init; } = null!;

    [Inject] private IOrgReaders Readers { get; init; } = null!;

    [Inject] private ISyncControl Sync { get; init; } = null!;

    [Inject] private ILiveUpdates Live { get; init; } = null!;

    [Inject] private Toasts Toasts { get; init; } = null!;

    /// <summary>Name of a <see cref="ConnectionProblem"/> from the address; anything else is ignored.</summary>
    [Parameter] public string? Problem { get; set; }

    [CascadingParameter] private PersonContext Context { get; set; } = null!;

    private string? Sentence => Enum.TryParse<ConnectionProblem>(Problem, out var problem) && Enum.IsDefined(problem)
        ? Text[$"Problem.{problem}"].Value
        : null;

    public void Dispose()
    {
        gone.Cancel();
        listening?.Dispose();
        gone.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender) =>
        listening ??= Live.Listen(Context.Actor.UserId, change =>
        {
            if (change is not LiveChange.Tasks) _ = InvokeAsync(RefreshAsync);
        });

    private async Task LoadAsync() => readers = await Readers.ListAsync(Context.Actor, gone.Token);

    private async Task RefreshAsync()
    {
        if (gone.IsCancellationRequested) return;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task DisconnectAsync(Guid readerId)
    {
        await Readers.DisconnectAsync(Context.Actor, readerId, CancellationToken.None);
        Sync.RequestReading(readerId);
        Toasts.Show(new Toast(Text["Reader.Disconnected"]));
        await LoadAsync();
    }
}
