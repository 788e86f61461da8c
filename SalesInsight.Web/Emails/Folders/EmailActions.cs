using System.Diagnostics;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.CommandCenter;
using SalesInsight.Web.CommandCenter.Words;
using SalesInsight.Web.Ui;

namespace SalesInsight.Web.Emails.Folders;

/// <summary>Does what is asked about a mail, and tells what became of it; what was put away can be had back.</summary>
internal sealed class EmailActions(
    IOutgoingEmails emails, IEmailCases cases, Toasts toasts, TaskFailures failures, EmailWords words)
{
    public Task DoAsync(Viewer viewer, EmailCommand command)
    {
        var (user, id) = (viewer.UserId, command.Item.Id);
        return command.Verb switch
        {
            EmailVerb.Archive => FileAsync(viewer, command, () => emails.ArchiveAsync(user, id, default)),
            EmailVerb.Delete => FileAsync(viewer, command, () => emails.DeleteAsync(user, id, default)),
            EmailVerb.Restore => FileAsync(viewer, command, () => emails.RestoreAsync(user, id, default)),
            EmailVerb.SendAgain => SendAsync(command, () => emails.SendAsync(user, id, default)),
            EmailVerb.Confirm => SendAsync(command, () => emails.ConfirmSentAsync(user, id, default)),
            EmailVerb.TakeBack => SendAsync(command, () => emails.TakeBackAsync(user, id, default)),
            _ => throw new UnreachableException(),
        };
    }

    public Task TryAgainAsync(Viewer viewer, Guid emailId, string? address) =>
        HelpAsync(() => cases.TryAgainAsync(viewer.UserId, emailId, address, default));

    public Task ChooseAsync(Viewer viewer, Guid emailId, string address, string personId) =>
        HelpAsync(() => cases.ChooseAsync(viewer.UserId, emailId, address, personId, default));

    public Task StopExcludingAsync(Viewer viewer, Guid emailId, string address) => HelpAsync(
        async () => await cases.StopExcludingAsync(viewer.UserId, emailId, address, default)
            is SaveSettingsResult.Saved);

    private async Task FileAsync(Viewer viewer, EmailCommand command, Func<Task<bool>> file)
    {
        var name = words.Name(command.Item.Subject);
        var done = await failures.GuardAsync(async () => (bool?)await file(), words["Toast.NotDone", name]);
        if (done is null) return;
        if (done is false) toasts.Show(new Toast(words["Toast.TooLate", name], IsBad: true));
        else
            toasts.Show(new Toast(
                words[$"Toast.{command.Verb}", name],
                command.Verb is EmailVerb.Restore ? null : words["Toast.Undo"],
                command.Verb is EmailVerb.Restore
                    ? null
                    : () => DoAsync(viewer, command with { Verb = EmailVerb.Restore })));
    }

    private async Task SendAsync(EmailCommand command, Func<Task<OutgoingResult>> send)
    {
        var name = words.Name(command.Item.Subject);
        switch (await failures.GuardAsync(send, words["Toast.NotDone", name]))
        {
            case OutgoingResult.Done:
                toasts.Show(new Toast(words[$"Toast.{command.Verb}", name]));
                break;
            case OutgoingResult.Refused:
                toasts.Show(new Toast(words["Toast.Unfit", name], IsBad: true));
                break;
            case OutgoingResult.TooLate or OutgoingResult.Stale or OutgoingResult.Unknown:
                toasts.Show(new Toast(words["Toast.TooLate", name], IsBad: true));
                break;
        }
    }

    /// <summary>What helped is seen in the mail itself; only what did not is told.</summary>
    private async Task HelpAsync(Func<Task<bool>> help)
    {
        var helped = await failures.GuardAsync(async () => (bool?)await help(), words["Toast.NothingDone"]);
        if (helped is false) toasts.Show(new Toast(words["Toast.NothingDone"], IsBad: true));
    }
}
