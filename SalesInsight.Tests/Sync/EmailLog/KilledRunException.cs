namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>The process died here.</summary>
internal sealed class KilledRunException : Exception;
