namespace SalesInsight.Sync.EmailLog;

/// <summary>One mail, and what can be done about it.</summary>
/// <param name="Email">Where it stands for each address.</param>
/// <param name="Remedies">By address: the one thing to do.</param>
/// <param name="Names">By Salesforce id, as far as names are known here.</param>
/// <param name="HasUnnamed">Some of its records have no name here yet.</param>
public sealed record EmailCase(
    EmailView Email,
    IReadOnlyDictionary<string, EmailCase.Remedy> Remedies,
    IReadOnlyDictionary<string, EmailCase.Name> Names,
    bool HasUnnamed)
{
    /// <summary>What a person can do about a mail that is not logged for one address.</summary>
    public enum Remedy
    {
        /// <summary>Nothing is wrong, or nothing helps.</summary>
        None,

        /// <summary>Connect, or reconnect, Salesforce.</summary>
        Connect,

        /// <summary>Turn logging by API on.</summary>
        TurnOnLogging,

        /// <summary>Log replies.</summary>
        TurnOnReplies,

        /// <summary>Take the address or its domain off their own list.</summary>
        StopExcluding,

        /// <summary>What stood in the way is gone: log it now.</summary>
        LogNow,

        /// <summary>Try it again.</summary>
        TryAgain,

        /// <summary>Say who it is; or try again, once somebody has the address.</summary>
        ChoosePerson,
    }

    /// <summary>How a record is called.</summary>
    /// <param name="Type">Lead, Contact, Opportunity, ...</param>
    /// <param name="Text">Its name.</param>
    /// <param name="Company">A person's; null: none known.</param>
    public sealed record Name(string Type, string Text, string? Company);
}
