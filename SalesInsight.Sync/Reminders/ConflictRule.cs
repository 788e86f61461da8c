namespace SalesInsight.Sync.Reminders;

/// <summary>Who keeps a field that was edited on both sides. The losing value stays in the task's history.</summary>
public enum ConflictRule
{
    /// <summary>The later edit; within two seconds Salesforce.</summary>
    NewestWins,

    /// <summary>Always the value in Salesforce.</summary>
    SalesforceWins,

    /// <summary>Always the value here.</summary>
    SalesInsightWins,
}
