namespace SalesInsight.Sync.EmailLog;

/// <summary>
/// Why a mail was logged, or not, for one of its addresses: exactly one per address and mail, each with one plain
/// sentence in the resources. Names are stored and never renamed.
/// </summary>
public enum EmailReason
{
    // still under way
    /// <summary>Reported; the next run decides.</summary>
    Waiting,

    /// <summary>No run is possible: the user is not connected to Salesforce, or has to reconnect.</summary>
    NotConnected,

    /// <summary>Sent, and no answer came: looked for before anything is sent again.</summary>
    Uncertain,

    /// <summary>Salesforce could not take it just now: tried again by itself.</summary>
    TryingAgain,

    // logged
    /// <summary>Logged to the one record with this address.</summary>
    LoggedOnlyMatch,

    /// <summary>Of several, logged to the one with the most recent activity.</summary>
    LoggedMostRecent,

    /// <summary>Of several, logged to the oldest.</summary>
    LoggedOldest,

    /// <summary>Logged to every record with this address.</summary>
    LoggedEveryMatch,

    /// <summary>Of several, logged to a contact rather than a lead.</summary>
    LoggedContactFirst,

    /// <summary>The lead with this address has become a contact: logged there.</summary>
    LoggedConverted,

    /// <summary>Logged to a lead made for it.</summary>
    LoggedNewLead,

    /// <summary>Logged to the person its user chose.</summary>
    LoggedByChoice,

    /// <summary>Logged without a person.</summary>
    LoggedWithoutPerson,

    /// <summary>The same mail is on this person already, by a colleague or another address of theirs.</summary>
    AlreadyLogged,

    // not logged, on purpose
    /// <summary>Logging by API was off when the mail was reported.</summary>
    LoggingOff,

    /// <summary>It is a reply, and replies are not logged.</summary>
    RepliesOff,

    /// <summary>The sender's own address.</summary>
    OwnAddress,

    /// <summary>The Email to Salesforce address: Salesforce logs that copy by itself.</summary>
    BccAddress,

    /// <summary>An admin excluded the address or its domain.</summary>
    CompanyExclusion,

    /// <summary>A colleague: the sender's own domain.</summary>
    OwnDomain,

    /// <summary>The user excluded the address or its domain.</summary>
    OwnExclusion,

    /// <summary>Longer than any address in Salesforce can be.</summary>
    AddressTooLong,

    /// <summary>No lead or contact the user is shown has this address.</summary>
    NoMatch,

    /// <summary>Only a kind of record has it that mails are not logged to.</summary>
    OtherKind,

    /// <summary>The lead has become a contact that the user is not shown.</summary>
    ConvertedOutOfSight,

    // not logged, refused
    /// <summary>Salesforce refused the activity; the fault says why and what helps.</summary>
    Refused,

    /// <summary>Salesforce refused the lead to be made; the fault says why and what helps.</summary>
    LeadRefused,
}
