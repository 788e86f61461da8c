using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Sync.EmailLog;

/// <summary>What other rules would have made of the user's recent mails.</summary>
public abstract record EmailReplay
{
    /// <summary>How far back is looked.</summary>
    public const int Days = 30;

    private EmailReplay()
    {
    }

    /// <summary>How what would be differs from what was recorded.</summary>
    public enum Change
    {
        /// <summary>It does not.</summary>
        None,

        /// <summary>It was not logged, and would be.</summary>
        NewlyLogged,

        /// <summary>It was logged, and would not be.</summary>
        NoLongerLogged,

        /// <summary>It would be logged to other records.</summary>
        Elsewhere,

        /// <summary>It would not be logged either, for another reason.</summary>
        OtherReason,
    }

    /// <summary>The user is not connected, or has to reconnect.</summary>
    public sealed record NotConnected : EmailReplay;

    /// <summary>Salesforce could not be asked.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="ErrorCode">Salesforce's own code.</param>
    public sealed record Failed(FaultCode Fault, string ErrorCode) : EmailReplay;

    /// <summary>Replayed.</summary>
    /// <param name="Mails">How many were looked at.</param>
    /// <param name="Addresses">How many of their addresses.</param>
    /// <param name="IsCut">There are more; the newest were looked at.</param>
    /// <param name="Counts">Addresses by what the changed rules change; what changes nothing is left out.</param>
    /// <param name="Anyway">Addresses that today's data or the saved rules would decide differently by themselves.
    /// </param>
    /// <param name="Rows">The newest that the changed rules change, 100 at most.</param>
    public sealed record Done(
        int Mails,
        int Addresses,
        bool IsCut,
        IReadOnlyDictionary<Change, int> Counts,
        int Anyway,
        IReadOnlyList<Row> Rows) : EmailReplay;

    /// <summary>One address of one mail.</summary>
    /// <param name="EmailId">Which mail.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="SentAt">UTC.</param>
    /// <param name="Address">As it is compared.</param>
    /// <param name="Change">What differs.</param>
    /// <param name="Was">As recorded.</param>
    /// <param name="Would">Under the changed rules.</param>
    /// <param name="Names">Whom it would be logged to.</param>
    public sealed record Row(
        Guid EmailId, string Subject, DateTimeOffset SentAt, string Address, Change Change, EmailReason Was,
        EmailReason Would, IReadOnlyList<string> Names);
}
