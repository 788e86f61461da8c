namespace SalesInsight.Sync.Runs.Ports;

/// <summary>How far a connection has read. Moved last, and never by a failed run.</summary>
/// <param name="Upper">Everything with a SystemModstamp below this was read (Salesforce's clock); null: never
/// ran.</param>
/// <param name="ClockOffset">Salesforce's clock minus ours, from the Date header.</param>
/// <param name="DeletedUpTo">The delete log was read up to here.</param>
/// <param name="IdsCheckedAt">When all linked open tasks were last read by id (our clock).</param>
/// <param name="SucceededAt">When a run last finished well (our clock).</param>
internal sealed record SyncCursor(
    Guid ConnectionId,
    DateTimeOffset? Upper,
    TimeSpan ClockOffset,
    DateTimeOffset? DeletedUpTo,
    DateTimeOffset? IdsCheckedAt,
    DateTimeOffset? SucceededAt)
{
    public static SyncCursor Start(Guid connectionId) => new(connectionId, null, TimeSpan.Zero, null, null, null);
}
