using Microsoft.AspNetCore.Components;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.CommandCenter.Edit;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.Emails.Folders;

/// <summary>One mail: where it was logged or why not, address by address, and what can be done.</summary>
public partial class EmailSheet
{
    private EmailCase? _case;
    private SideSheet? _sheet;
    private bool _hasFailed;
    private bool _hasAsked;
    private int _seen = -1;

    [Inject] private IEmailCases Cases { get; set; } = null!;

    [Inject] private EmailActions Actions { get; set; } = null!;

    [Inject] private TaskFailures Failures { get; set; } = null!;

    [Inject] private EmailWords Words { get; set; } = null!;

    [Inject] private TaskWords Time { get; set; } = null!;

    [CascadingParameter] private Viewer Viewer { get; set; } = null!;

    [Parameter, EditorRequired] public required EmailFolder.Row Item { get; set; }

    [Parameter] public EmailFolder.Kind Folder { get; set; }

    /// <summary>Grows with every look of the page; the mail is read again then.</summary>
    [Parameter] public int Look { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<EmailCommand> OnCommand { get; set; }

    [Parameter] public EventCallback<TaskDraft> OnFollowUp { get; set; }

    private string AtKey => Item.Standing is OutgoingEmail.State.Sent ? "Sent"
        : Item.Standing is OutgoingEmail.State.Draft ? "Draft" : "Planned";

    private bool IsUndelivered => Item.Standing is OutgoingEmail.State.Undelivered;

    private bool MayEdit => Item is
    {
        IsOutgoing: true,
        Standing: OutgoingEmail.State.Scheduled or OutgoingEmail.State.Waiting or OutgoingEmail.State.Undelivered,
    };

    private int Again => _case!.Remedies.Values.Count(r =>
        r is EmailCase.Remedy.TryAgain or EmailCase.Remedy.LogNow or EmailCase.Remedy.ChoosePerson);

    protected override async Task OnParametersSetAsync()
    {
        if (_seen == Look) return;
        _seen = Look;
        await LoadAsync();
        if (_case is not { HasUnnamed: true } || _hasAsked) return;
        _hasAsked = true;
        if (await Failures.GuardAsync(() => Cases.LearnNamesAsync(Viewer.UserId, Item.EmailId!.Value, default)))
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (Item.EmailId is not { } id) return;
        try
        {
            _case = await Cases.FindAsync(Viewer.UserId, id, default);
            _hasFailed = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failures.ListFailed(failure);
            _hasFailed = true;
        }
    }

    private async Task AskAsync(EmailVerb verb)
    {
        await _sheet!.CloseAsync();
        await OnCommand.InvokeAsync(new EmailCommand(verb, Item));
    }

    private async Task FollowUpAsync()
    {
        var log = _case?.Email.Recipients.SelectMany(r => r.Logs).FirstOrDefault(l => l.PersonId is not null);
        var subject = Words["FollowUp.Subject", Words.Subject(Item.Subject)];
        var draft = new TaskDraft
        {
            Subject = ActivityName(subject),
            Type = ReminderType.Email,
            DueDate = Viewer.Tomorrow,
            Person = Record(log?.PersonId),
            Related = Record(log?.OpportunityId),
        };
        await _sheet!.CloseAsync();
        await OnFollowUp.InvokeAsync(draft);
    }

    /// <summary>A task's name is one line of bounded length; a mail's subject may be longer.</summary>
    private static string ActivityName(string subject) =>
        subject.Length <= TaskContent.SubjectLengthMax ? subject : subject[..TaskContent.SubjectLengthMax];

    private KnownRecord? Record(string? id) => id is null
        ? null
        : _case!.Names.TryGetValue(id, out var name)
            ? new KnownRecord(id, name.Type, name.Text, name.Company)
            : new KnownRecord(id, "", id, null);
}
