namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>A record that has a place for the date of its most recent activity, and what stands there.</summary>
/// <param name="AskedId">The id it was asked for by; of an account, a contact's.</param>
/// <param name="Id">Its own.</param>
/// <param name="Last">Null: none yet.</param>
internal sealed record RollUpRow(RollUpKind Kind, string AskedId, string Id, DateOnly? Last);
