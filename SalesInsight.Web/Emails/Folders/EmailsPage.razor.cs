using System.Globalization;
using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.CommandCenter.Edit;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.Emails.Folders;

/// <summary>
/// The viewer's mails, folder by folder, fifty at a time. Folder, search and page live in the address.
/// </summary>
public partial class EmailsPage
{
    internal const int PageSize = 50;

    // an address is typed by anybody; what it multiplies must fit
    private const int PagesMax = 1_000_000;

    // fewer questions while somebody is still typing
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly EmailFolder.Kind[] Kinds =
    [
        EmailFolder.Kind.Sent, EmailFolder.Kind.Pending, EmailFolder.Kind.Undelivered, EmailFolder.Kind.Drafts,
        EmailFolder.Kind.Replies, EmailFolder.Kind.Archived, EmailFolder.Kind.Deleted,
    ];

    private EmailFolder? _folder;
    private IReadOnlyDictionary<EmailFolder.Kind, int>? _counts;
    private EmailFolder.Row? _open;
    private bool _isLoggingOn = true;
    private int _shown = 1;
    private int _look;
    private int _turn;

    [Inject] private IOutgoingEmails Emails { get; set; } = null!;

    [Inject] private ISettingsStore Settings { get; set; } = null!;

    [Inject] private EmailActions Actions { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private EmailWords Words { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "folder")] private string? FolderName { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? Page { get; set; }

    private EmailFolder.Kind Chosen =>
        Enum.TryParse<EmailFolder.Kind>(FolderName, true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : EmailFolder.Kind.Sent;

    private bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    private int Pages => Math.Max(1, (_folder!.Total + PageSize - 1) / PageSize);

    private int First => (_shown - 1) * PageSize + 1;

    private string EmptyTitle => IsSearching ? Words["Search.None", Search!.Trim()] : Words[$"Empty.{Chosen}"];

    private string EmptyMore => IsSearching ? Words["Search.NoneMore"] : Words[$"Empty.{Chosen}.More"];

    private string? Found => IsSearching ? Words.Counted("Search.Found", _folder!.Total) : null;

    private string Cleared => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["q"] = null, ["page"] = null });

    protected override Task OnInitializedAsync() => Task.CompletedTask;

    protected override Task OnParametersSetAsync() => LookAsync();

    private protected override bool Concerns(LiveChange change) => change is LiveChange.Emails or LiveChange.Account;

    private protected override async Task<Action> ReadAsync(Viewer viewer, CancellationToken stop)
    {
        var (kind, search, page) = (Chosen, IsSearching ? Search!.Trim() : null, Math.Max(1, Page ?? 1));
        var folder = await ListAsync(page);
        // mails went since the address was made: the last page there is
        if (folder is { Rows.Count: 0, Total: > 0 })
            folder = await ListAsync(page = (folder.Total + PageSize - 1) / PageSize);
        var counts = await Emails.CountAsync(viewer.UserId, stop);
        var view = await Settings.ViewAsync(viewer.UserId, new Actor(viewer.UserId, IsAdmin: false), stop);
        return () =>
        {
            (_folder, _counts, _shown) = (folder, counts, page);
            _isLoggingOn = view?.Of(SettingKeys.EmailLogging).Value is not false;
            _open = folder.Rows.FirstOrDefault(r => r.Id == _open?.Id) ?? _open;
            _look++;
        };

        Task<EmailFolder> ListAsync(int number) => Emails.ListAsync(
            viewer.UserId, kind, search, (Math.Min(number, PagesMax) - 1) * PageSize, PageSize, stop);
    }

    /// <summary>A draft is opened to be written on; every other mail to be looked at.</summary>
    private void Open(EmailFolder.Row? row)
    {
        if (row is { IsOutgoing: true, Standing: OutgoingEmail.State.Draft })
            Navigation.NavigateTo($"emails/{row.Id}/edit");
        else _open = row;
    }

    private async Task DoAsync(EmailCommand command)
    {
        if (command.Verb is EmailVerb.Archive or EmailVerb.Delete or EmailVerb.Restore) _open = null;
        await Actions.DoAsync(Viewer!, command);
        await LookAsync();
    }

    private void FollowUp(TaskDesk desk, TaskDraft draft)
    {
        _open = null;
        desk.Open(new Sheet.Add(draft));
        StateHasChanged();
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

    private string Address(EmailFolder.Kind kind, int page)
    {
        var query = new Dictionary<string, object?>
        {
            ["folder"] =
                kind is EmailFolder.Kind.Sent ? null : kind.ToString().ToLower(CultureInfo.InvariantCulture),
            ["page"] = page == 1 ? null : page,
        };
        return Navigation.GetUriWithQueryParameters(query);
    }
}
