using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// Tells what would become of mails, by the rule and the look-ups of the logging itself. Reads only: nothing is
/// written, here or in Salesforce. Every member takes the id of the signed-in user and acts for them alone.
/// Thread-safe.
/// </summary>
public interface IEmailTrials
{
    /// <summary>What would become of one mail, at the cost of at most five API calls.</summary>
    /// <param name="userId">For whom.</param>
    /// <param name="mail">As found; without Message-ID, sender or time it is taken as one about to be sent.</param>
    /// <param name="unsaved">Values of the user's own that count as saved; null: none.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailTrial> TryAsync(Guid userId, EmailInput mail, SettingsEdit? unsaved, CancellationToken stop);

    /// <summary>What would become of the mails of the last 30 days if the user saved these values.</summary>
    /// <param name="userId">Whose mails and settings.</param>
    /// <param name="unsaved">Values of the user's own, not saved yet.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<EmailReplay> ReplayAsync(Guid userId, SettingsEdit unsaved, CancellationToken stop);
}
