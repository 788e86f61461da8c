namespace SalesInsight.Sync.EmailDelivery;

/// <summary>
/// Counts opens and clicks of mails written here, while their sender has it turned on. A mark is what stands in a mail:
/// encrypted, so that it tells its reader nothing, and made by this install alone. Thread-safe.
/// </summary>
public interface IEmailTracking
{
    /// <summary>False while the address recipients can reach is not configured: nothing can be tracked then.</summary>
    bool IsAvailable { get; }

    /// <summary>Where a link leads; null for whatever is not a mark of a link made here.</summary>
    /// <param name="mark">As it came.</param>
    Uri? TargetOf(string mark);

    /// <summary>
    /// Counts an open or a click as an event of the mail, once a minute at most. Whatever is not a mark, comes from the
    /// sender, or meets a sender who has turned tracking off, counts nothing. Never throws but when stopped.
    /// </summary>
    /// <param name="mark">As it came.</param>
    /// <param name="viewerId">Who is signed in where it came from; null: nobody.</param>
    /// <param name="stop">Ends the wait.</param>
    Task CountAsync(string mark, Guid? viewerId, CancellationToken stop);
}
