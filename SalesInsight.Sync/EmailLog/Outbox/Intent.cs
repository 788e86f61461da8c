namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>What is about to be sent, and the reason its address will have once it is there.</summary>
internal sealed record Intent(LogEntry Entry, EmailReason Reason);
