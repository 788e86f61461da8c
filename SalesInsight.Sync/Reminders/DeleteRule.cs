namespace SalesInsight.Sync.Reminders;

/// <summary>What happens to a task deleted on one side and edited on the other.</summary>
public enum DeleteRule
{
    /// <summary>It goes from both sides; the edit stays in the task's history.</summary>
    DeleteWins,

    /// <summary>It lives on with the edit.</summary>
    EditWins,
}
