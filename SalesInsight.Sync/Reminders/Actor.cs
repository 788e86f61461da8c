namespace SalesInsight.Sync.Reminders;

/// <summary>Who asks. Every door checks the rights of the actor itself, beside the data.</summary>
/// <param name="UserId">The signed-in user.</param>
/// <param name="IsAdmin">True when the user has the role Admin.</param>
public sealed record Actor(Guid UserId, bool IsAdmin);
