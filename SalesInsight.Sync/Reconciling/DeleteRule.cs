namespace SalesInsight.Sync.Reconciling;

/// <summary>Who wins when a task was deleted on one side and edited on the other.</summary>
public enum DeleteRule
{
    /// <summary>The deletion; the default.</summary>
    DeleteWins,

    /// <summary>The edit: the task lives on, in Salesforce as a new record.</summary>
    EditWins,
}
