namespace SalesInsight.Sync.Reminders;

/// <summary>Which way tasks travel. The values are the directions as bits, so that a lock can narrow them.</summary>
[Flags]
public enum TaskSyncMode
{
    /// <summary>Do not sync to Salesforce tasks; tasks and links are kept.</summary>
    Off = 0,

    /// <summary>Only bring Salesforce tasks in.</summary>
    InOnly = 1,

    /// <summary>Only send my tasks to Salesforce.</summary>
    OutOnly = 2,

    /// <summary>Sync both ways.</summary>
    Both = InOnly | OutOnly,
}
