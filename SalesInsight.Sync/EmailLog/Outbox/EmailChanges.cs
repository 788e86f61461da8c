namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>What one local transaction of a logging run writes: all of it or nothing.</summary>
internal sealed class EmailChanges
{
    public List<LogEntry> Puts { get; } = [];

    /// <summary>Entries whose record certainly is not there.</summary>
    public List<Guid> Drops { get; } = [];

    public List<Settlement> Settlements { get; } = [];

    /// <summary>Waiting addresses that are due at once again: mail and <c>EmailAddress.Key</c>.</summary>
    public List<(Guid EmailId, string Address)> Wakes { get; } = [];

    public bool IsEmpty => Puts.Count + Drops.Count + Settlements.Count + Wakes.Count == 0;
}
