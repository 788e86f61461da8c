using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>Channels as they are kept: passwords encrypted. Thread-safe.</summary>
internal interface IChannelStore
{
    Task<ChannelAccess> ReadAsync(Guid userId, CancellationToken stop);

    /// <summary>Keeps the channel, and wakes the user's mails that wait for their next try.</summary>
    Task SaveAsync(Guid userId, ChannelAccess channel, CancellationToken stop);

    /// <summary>The address the user sends from, with the user's name; null: none, or deactivated.</summary>
    Task<(EmailAddress Address, string Name)?> FindSenderAsync(Guid userId, CancellationToken stop);
}
