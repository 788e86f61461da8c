namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>What kind of record shows the date of its most recent activity; named as in Salesforce.</summary>
internal enum RollUpKind
{
    Lead,
    Contact,

    /// <summary>The account of a contact; asked for by the contact's id.</summary>
    Account,
    Opportunity,
}
