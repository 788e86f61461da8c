using SalesInsight.Sync.Runs.Ports.People;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>A logged mail to which something happened that its record does not show yet.</summary>
/// <param name="Version">Of the marks; noted once they are there.</param>
internal sealed record UnmarkedEntry(Guid LogId, string SalesforceId, EmailMarks Marks, long Version);
