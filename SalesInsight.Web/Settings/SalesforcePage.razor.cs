using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Settings;

/// <summary>My Account, Salesforce: the connection and what is kept in step.</summary>
public partial class SalesforcePage : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IDisposable? listening;
    private PersonContext? context;
    private ConnectionView? connection;
    private SettingsView? settings;
    private SyncStatus? status;
    private bool sawFirstRun;

    [Inject] private IStringLocalizer<SettingsText> Text { get; init; } = null!;

    [Inject] private SalesforcePageData Data { get; init; } = null!;

    [Inject] private NavigationManager Navigation { get; init; } = null!;

    [Parameter] public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "problem")] private string? Problem { get; set; }

    [SupplyParameterFromQuery(Name = "pair")] private string? Pair { get; set; }

    private bool IsSync => Tab == "sync";

    private string? Need => connection switch
    {
        { Status: ConnectionStatus.NotConnected } => "Need.Connection",
        { ApiAccess: false } => "Need.Api",
        _ => null,
    };

    private bool ShowsProgress =>
        status is { Running.IsFirst: true } || sawFirstRun && status is { FirstSyncDone: true };

    public void Dispose()
    {
        gone.Cancel();
        listening?.Dispose();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        context = await Data.ContextAsync(gone.Token);
        await LoadAsync();
    }

    protected override void OnParametersSet()
    {
        if (Tab is not (null or "sync")) Navigation.NotFound();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (context is not null) listening ??= Data.Listen(context.Actor.UserId, OnChange);
    }

    private void OnChange(LiveChange change)
    {
        if (change is not (LiveChange.Tasks or LiveChange.Emails)) _ = InvokeAsync(RefreshAsync);
    }

    private async Task RefreshAsync()
    {
        if (gone.IsCancellationRequested) return;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        (connection, settings, status) = await Data.LoadAsync(context!.Actor, gone.Token);
        sawFirstRun |= status.Running is { IsFirst: true };
    }

    private async Task OnSavedAsync(SettingsView view)
    {
        settings = view;
        await LoadAsync();
    }
}
