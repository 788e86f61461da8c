namespace SalesInsight.Sync.Reminders;

/// <summary>
/// Whether a reminder is still to be done. Salesforce knows more values; which of them count as closed is read from the
/// org's status list, and an open value that is not ours is kept beside the task (design 5.7).
/// </summary>
public enum ReminderStatus
{
    /// <summary>Still to be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Completed,
}
