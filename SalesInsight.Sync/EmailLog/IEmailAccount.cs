namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// What a user's own Salesforce allows and has for the logging of mails; asked there, as that user. Thread-safe.
/// </summary>
public interface IEmailAccount
{
    /// <summary>How the logging of the user's mails goes; costs no call.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailStanding> StandingAsync(Guid userId, CancellationToken stop);

    /// <summary>Whether the user may create the tasks mails are logged as. Costs no call while it is known from the
    /// last day.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="fresh">Asks Salesforce again.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailAccess> CheckAsync(Guid userId, bool fresh, CancellationToken stop);

    /// <summary>
    /// The kinds of records that have a field for the date of their most recent activity, as their org names them
    /// (Lead, Contact, Account, Opportunity): one call. Null: Salesforce could not be asked.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<string>?> FindRollUpKindsAsync(Guid userId, CancellationToken stop);

    /// <summary>Looks the user's Email to Salesforce address up; one to three calls. Saves nothing.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<BccLookup> FindBccAddressAsync(Guid userId, CancellationToken stop);
}
