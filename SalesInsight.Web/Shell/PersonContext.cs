using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Shell;

/// <summary>What a page hands down to its parts: who looks, and their time.</summary>
/// <param name="Actor">For the doors that check rights.</param>
/// <param name="Time">The person's zone and the clock.</param>
public sealed record PersonContext(Actor Actor, PersonTime Time);
