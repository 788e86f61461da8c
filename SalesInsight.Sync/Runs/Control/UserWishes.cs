using System.Threading.Channels;

namespace SalesInsight.Sync.Runs.Control;

/// <summary>Takes wishes of users for runs without waiting; each kind of run has its own type. Thread-safe.</summary>
internal abstract class UserWishes
{
    /// <summary>More wishes than this at once are dropped oldest first; the sweep catches up.</summary>
    public const int WishesMax = 10_000;

    private readonly Channel<Guid> _users = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(WishesMax) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Ids of users; read by the scheduler alone.</summary>
    public ChannelReader<Guid> Users => _users.Reader;

    public void Request(Guid userId) => _users.Writer.TryWrite(userId);
}
