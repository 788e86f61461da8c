using Microsoft.Extensions.Localization;
using SalesInsight.Sync.EmailDelivery;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Web.Api.Emails;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Web.Emails;

/// <summary>Says why a mail is, or would be, logged or not; one plain sentence each.</summary>
internal sealed class EmailWords(
    IStringLocalizer<EmailText> reasons, IStringLocalizer<EmailPageText> page, SyncWords sync,
    TaskWords tasks, OutgoingWords outgoing)
{
    /// <summary>A piece of text of the pages about mails.</summary>
    public string this[string name, params object[] arguments] => page[name, arguments];

    /// <summary>A text that differs for one and for several.</summary>
    public string Counted(string name, int count, params object[] more) =>
        Ui.CountedText.Counted(page, name, count, more);

    /// <summary>What became of it.</summary>
    public string Reason(EmailReason reason) => reasons[$"Reason.{reason}"];

    /// <summary>What would become of it.</summary>
    public string Trial(EmailReason reason) =>
        page[$"Trial.{reason}"] is { ResourceNotFound: false } would ? would : Reason(reason);

    /// <summary>Why a mail was not sent, or not to everybody, and what helps.</summary>
    public string Failure(OutgoingEmail.Failure failure) => outgoing.Failure(failure);

    /// <summary>What Salesforce said, and what helps; two whole sentences.</summary>
    public string Fault(FaultCode fault, string? message = null) =>
        $"{sync.FaultSentence(fault, message)} {sync.Cure(fault)}";

    /// <summary>
    /// What Salesforce said of one activity; and who can help, where that is somebody else: how a task is mended says
    /// nothing to somebody who sent a mail.
    /// </summary>
    public string Refusal(FaultCode fault, string? message) => fault is FaultCode.NoAccess or FaultCode.FieldReadOnly
        or FaultCode.RecordLocked or FaultCode.OrgAutomation or FaultCode.StorageFull or FaultCode.RowLocked
            ? Fault(fault, message)
            : sync.FaultSentence(fault, message);

    /// <summary>What is wrong with something that was to be read as a mail.</summary>
    public string Problem(EmailReport.Problem problem) =>
        page["Tester.Problem", problem.Field, EmailProblems.Detail(problem.Code)];

    /// <summary>A mail's subject in a message: cut when it is long.</summary>
    public string Name(string subject) => tasks.Name(Subject(subject));

    /// <summary>Whom a mail of a list went to: the first few, and how many more.</summary>
    public string Recipients(EmailFolder.Row row) => Recipients(row, row.Recipients);

    /// <summary>The same where there is little room: a name without its address.</summary>
    public string Names(EmailFolder.Row row) => Recipients(row, row.Recipients.Select(OutgoingDraft.NameOf));

    /// <summary>A mail's subject; words for one that has none.</summary>
    public string Subject(string subject) => string.IsNullOrWhiteSpace(subject) ? page["NoSubject"] : subject;

    private string Recipients(EmailFolder.Row row, IEnumerable<string> each)
    {
        var named = string.Join(", ", each);
        var more = row.RecipientCount - row.Recipients.Count;
        if (named.Length == 0) return page["Recipients.None"];
        return more > 0 ? page["Recipients.More", named, more] : named;
    }
}
