namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// How users' mails leave. Each member takes the id of the signed-in user and touches only that user's channel; no
/// member tells a password. Thread-safe.
/// </summary>
public interface IDeliveryChannels
{
    /// <summary>The user's channel; <see cref="DeliveryChannel.Default"/> while none was chosen.</summary>
    Task<DeliveryChannel> FindAsync(Guid userId, CancellationToken stop);

    /// <summary>Saves it, all or nothing. Mails that wait for their next try go out at once.</summary>
    Task<DeliveryChannel.Result> SaveAsync(Guid userId, DeliveryChannel.Edit edit, CancellationToken stop);

    /// <summary>Sends a mail to the user's own address as the edit says, without saving it.</summary>
    Task<DeliveryChannel.Result> TestAsync(Guid userId, DeliveryChannel.Edit edit, CancellationToken stop);
}
