namespace SalesInsight.Sync.Reminders;

/// <summary>What kind of step the reminder is about. Ours alone: it is not kept in step with Salesforce.</summary>
public enum ReminderType
{
    /// <summary>Anything else.</summary>
    Custom,

    /// <summary>Write an email.</summary>
    Email,

    /// <summary>Make a call.</summary>
    Call,

    /// <summary>Send an InMail.</summary>
    InMail,
}
