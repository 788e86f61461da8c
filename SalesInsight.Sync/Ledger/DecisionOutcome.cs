namespace SalesInsight.Sync.Ledger;

/// <summary>What was done about a decision.</summary>
public enum DecisionOutcome
{
    /// <summary>Salesforce's values were taken here.</summary>
    CameIn,

    /// <summary>Our values were written in Salesforce.</summary>
    SentOut,

    /// <summary>Removed here because it was deleted there.</summary>
    RemovedHere,

    /// <summary>Deleted there because it was deleted here.</summary>
    RemovedThere,

    /// <summary>Nothing: it waits, for the reason given.</summary>
    Waits,

    /// <summary>Nothing but this note: a value that lost, or a change that this mode does not apply.</summary>
    Noted,
}
