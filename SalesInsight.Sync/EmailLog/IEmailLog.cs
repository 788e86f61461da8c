namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// Takes reports of sent mails, and tells where each was logged. Every member takes the id of the signed-in user and
/// touches only that user's mails. Thread-safe.
/// </summary>
public interface IEmailLog
{
    /// <summary>
    /// Takes a mail the user sent; a run that logs it starts within a second. Known by its Message-ID: reported again,
    /// nothing new is kept, and what was not logged before is tried once more.
    /// </summary>
    /// <param name="userId">Who reports; the mail's From has to be theirs.</param>
    /// <param name="mail">As reported.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailReport> ReportAsync(Guid userId, EmailInput mail, CancellationToken stop);

    /// <summary>
    /// Takes something that happened to a mail. The same event reported again counts once. An answer is logged like a
    /// mail, while the user logs replies.
    /// </summary>
    /// <param name="userId">Whose mail it is.</param>
    /// <param name="emailId">Which.</param>
    /// <param name="happened">As reported.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailReport> ReportAsync(Guid userId, Guid emailId, EmailEventInput happened, CancellationToken stop);

    /// <summary>One of the user's mails; null when there is none of that id.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="emailId">Which.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailView?> FindAsync(Guid userId, Guid emailId, CancellationToken stop);
}
