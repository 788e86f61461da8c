namespace SalesInsight.Sync.Runs.Ports;

/// <summary>
/// What is known of a request that failed; an intent is cleared only when it certainly did not arrive.
/// </summary>
internal enum Delivery
{
    /// <summary>Never sent, or refused whole before anything was written.</summary>
    NotDelivered,

    /// <summary>Sent, and no usable reply came: it may have arrived, or may still arrive.</summary>
    Unknown,
}
