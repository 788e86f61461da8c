namespace SalesInsight.Sync.EmailLog.Running;

/// <summary>The bounds of a logging run, each with its reason.</summary>
internal static class LogLimits
{
    /// <summary>Addresses looked at by one run; more are left to the next, which follows at once.</summary>
    public const int RecipientsMax = 5_000;

    /// <summary>Entries of unknown fate looked up by one run.</summary>
    public const int OpenMax = 5_000;

    /// <summary>Characters of descriptions in one call: far below what a request may be, and bounded in memory.
    /// </summary>
    public const int CallCharactersMax = 4_000_000;

    /// <summary>Calls that set marks in one run.</summary>
    public const int MarkCallsMax = 5;

    /// <summary>A thousand logged mails each whose dates one run writes on their records.</summary>
    public const int RollUpPassesMax = 10;

    /// <summary>A refusal that time may cure is taken for good after so many.</summary>
    public const int AttemptsMax = 8;

    /// <summary>Texts of mails that may still be logged by another try are kept this long.</summary>
    public static readonly TimeSpan TextAge = TimeSpan.FromDays(30);

    /// <summary>A deleted mail can be restored for thirty days; a day more keeps a slow clock from cutting it short.
    /// </summary>
    public static readonly TimeSpan DeletedAge = TimeSpan.FromDays(31);

    /// <summary>
    /// A lead this young that a query does not show yet is there all the same; and a lost one is not made again before,
    /// since Salesforce may work ten minutes on a request (facts 2.1).
    /// </summary>
    public static readonly TimeSpan LeadDeadline = Runs.RunLimits.BlindCreateDeadline;
}
