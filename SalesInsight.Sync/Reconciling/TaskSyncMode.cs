namespace SalesInsight.Sync.Reconciling;

/// <summary>The one choice of the task sync card (design section 2).</summary>
public enum TaskSyncMode
{
    /// <summary>Do not sync to Salesforce tasks; the default.</summary>
    Off,

    /// <summary>Sync both ways.</summary>
    Both,

    /// <summary>Only bring Salesforce tasks in; synced fields are changed in Salesforce.</summary>
    InOnly,

    /// <summary>Only send my tasks to Salesforce.</summary>
    OutOnly,
}
