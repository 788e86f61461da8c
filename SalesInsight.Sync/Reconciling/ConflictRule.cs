namespace SalesInsight.Sync.Reconciling;

/// <summary>Who wins when both sides edited the same field.</summary>
public enum ConflictRule
{
    /// <summary>The later edit; Salesforce within two seconds.</summary>
    NewestWins,

    /// <summary>Salesforce's value.</summary>
    SalesforceWins,

    /// <summary>The value here.</summary>
    SalesInsightWins,
}
