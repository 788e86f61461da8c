namespace SalesInsight.Sync.Reminders;

/// <summary>
/// High and Normal are ours; any other Salesforce priority is preserved there and reads as Normal here.
/// </summary>
public enum ReminderPriority
{
    /// <summary>The default.</summary>
    Normal,

    /// <summary>Marked important.</summary>
    High,
}
