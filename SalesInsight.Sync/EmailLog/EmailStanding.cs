namespace SalesInsight.Sync.EmailLog;

/// <summary>How the logging of a user's mails goes, from the store alone.</summary>
/// <param name="LastLoggedAt">When a mail was logged last, UTC; null: none ever.</param>
/// <param name="Waiting">Mails not settled yet for some address.</param>
/// <param name="NotLogged">Mails that were not logged for some address, settled within the last 30 days.</param>
public sealed record EmailStanding(DateTimeOffset? LastLoggedAt, int Waiting, int NotLogged);
