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
    private static readonly EmailFolder.Kind[] Kinds =
    [
        EmailFolder.Kind.Sent, EmailFolder.Kind.Pending, EmailFolder.Kind.Undelivered, EmailFolder.Kind.Drafts,
        EmailFolder.Kind.Replies, EmailFolder.Kind.Archived, EmailFolder.Kind.Deleted,
    ];

    private EmailFolder? _folder;
    private IReadOnlyDictionary<EmailFolder.Kind, int>? _counts;
    private EmailFolder.Row? _open;
    private bool _isLoggingOn = true;
    private int _look;

    [Inject] private IOutgoingEmails Emails { get; set; } = null!;

    [Inject] private ISettingsStore Settings { get; set; } = null!;

    [Inject] private EmailActions Actions { get; set; } = null!;

    [Inject] private EmailWords Words { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "folder")] private string? FolderName { get; set; }

    private EmailFolder.Kind Chosen => Choice(FolderName, EmailFolder.Kind.Sent);

    private string EmptyTitle => IsSearching ? Words["Search.None", Search!.Trim()] : Words[$"Empty.{Chosen}"];

    private string EmptyMore => IsSearching ? Words["Search.NoneMore"] : Words[$"Empty.{Chosen}.More"];

    private string? Found => IsSearching ? Words.Counted("Search.Found", _folder!.Total) : null;

    private protected override bool Concerns(LiveChange change) => change is LiveChange.Emails or LiveChange.Account;

    private protected override async Task<Action> ReadAsync(Viewer viewer, CancellationToken stop)
    {
        var (kind, search) = (Chosen, IsSearching ? Search!.Trim() : null);
        var (folder, page) = await ReadPageAsync(
            skip => Emails.ListAsync(viewer.UserId, kind, search, skip, PageSize, stop), mails => mails.Total);
        var counts = await Emails.CountAsync(viewer.UserId, stop);
        var view = await Settings.ViewAsync(viewer.UserId, new Actor(viewer.UserId, IsAdmin: false), stop);
        return () =>
        {
            (_folder, _counts) = (folder, counts);
            ShowPage(page, folder.Total);
            _isLoggingOn = view?.Of(SettingKeys.EmailLogging).Value is not false;
            _open = folder.Rows.FirstOrDefault(r => r.Id == _open?.Id) ?? _open;
            _look++;
        };
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

    private string Address(EmailFolder.Kind kind, int page) =>
        AddressOf("folder", kind, EmailFolder.Kind.Sent, page);
}
