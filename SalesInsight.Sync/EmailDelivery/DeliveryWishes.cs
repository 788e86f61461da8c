using System.Threading.Channels;

namespace SalesInsight.Sync.EmailDelivery;

/// <summary>Takes wishes for delivery runs without waiting. Thread-safe.</summary>
internal sealed class DeliveryWishes
{
    /// <summary>More wishes than this at once are dropped oldest first; the sweep catches up.</summary>
    private const int WishesMax = 10_000;

    private readonly Channel<Guid> _users = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(WishesMax) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Ids of users; read by the scheduler alone.</summary>
    public ChannelReader<Guid> Users => _users.Reader;

    public void Request(Guid userId) => _users.Writer.TryWrite(userId);
}
