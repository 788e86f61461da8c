namespace SalesInsight.Web.CommandCenter;

/// <summary>What a person can do with a task from its row.</summary>
public enum TaskVerb
{
    Complete,
    Reopen,
    MoveToToday,
    MoveToTomorrow,
    Edit,
    PickDate,
    Why,
    Delete,
    SendByHand,
    TryAgain,
}
