using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// Mails with what can be done about those that are not logged. Every member takes the id of the signed-in user and
/// touches only that user's mails; false, or null, where they have no such mail or address. A run follows a change
/// within a second, and open pages are told by <c>LiveChange.Emails</c>. Thread-safe.
/// </summary>
public interface IEmailCases
{
    /// <summary>One mail, from the store alone.</summary>
    Task<EmailCase?> FindAsync(Guid userId, Guid emailId, CancellationToken stop);

    /// <summary>
    /// Asks Salesforce, in one call, for names of the mail's records that are not known here; they are kept a day.
    /// False when nothing was learnt.
    /// </summary>
    Task<bool> LearnNamesAsync(Guid userId, Guid emailId, CancellationToken stop);

    /// <summary>Decides anew what is not logged. Whatever waits for its time does not wait for it any more.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="emailId">Which mail.</param>
    /// <param name="address">For which address; null: for all that are not logged.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<bool> TryAgainAsync(Guid userId, Guid emailId, string? address, CancellationToken stop);

    /// <summary>Logs the mail for an address to this person, whoever has the address.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="emailId">Which mail.</param>
    /// <param name="address">For which address.</param>
    /// <param name="personId">A lead or contact, 15 or 18 characters.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<bool> ChooseAsync(Guid userId, Guid emailId, string address, string personId, CancellationToken stop);

    /// <summary>Takes whatever excludes this address off the user's own list, as a Save of theirs, and tries again.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="emailId">Which mail.</param>
    /// <param name="address">For which address.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Null where there is no such mail or address; else what became of the Save.</returns>
    Task<SaveSettingsResult?> StopExcludingAsync(
        Guid userId, Guid emailId, string address, CancellationToken stop);
}
