namespace SalesInsight.Sync.Runs.Ports.People;

/// <summary>The marks of one logged mail; sent where the org has a field for them.</summary>
/// <param name="Attachments">Names, or empty.</param>
internal sealed record EmailMarks(int Viewed, int Clicked, bool Replied, bool Bounced, string Attachments);
