namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>Single mails, for those who look at them and do something about them. Thread-safe.</summary>
internal interface IEmailCaseStore
{
    /// <summary>Null when the user has no such mail.</summary>
    Task<StoredCase?> FindAsync(Guid userId, Guid emailId, CancellationToken stop);

    /// <summary>
    /// Addresses that are not logged are due again; pages are told, and a run is asked for. A text that is gone is
    /// taken from the mail as it was written, if it was written here.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="emailId">Which mail.</param>
    /// <param name="address">For which address; null: all.</param>
    /// <param name="chosenPersonId">To be logged to; null: whoever was chosen before, or by the rule.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>False when there is none.</returns>
    Task<bool> WakeAsync(
        Guid userId, Guid emailId, string? address, string? chosenPersonId, CancellationToken stop);
}
