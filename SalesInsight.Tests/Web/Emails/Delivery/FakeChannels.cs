using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Tests.Web.Emails.Delivery;

/// <summary>One person's delivery channel; remembers what was asked of it.</summary>
internal sealed class FakeChannels : IDeliveryChannels
{
    public DeliveryChannel Kept { get; set; } = DeliveryChannel.Default;

    public DeliveryChannel.Result Answer { get; set; } = new([]);

    public DeliveryChannel.Edit? Asked { get; private set; }

    public Task<DeliveryChannel> FindAsync(Guid userId, CancellationToken stop) => Task.FromResult(Kept);

    public Task<DeliveryChannel.Result> SaveAsync(Guid userId, DeliveryChannel.Edit edit, CancellationToken stop)
    {
        Asked = edit;
        return Task.FromResult(Answer);
    }

    public Task<DeliveryChannel.Result> TestAsync(
        Guid userId, DeliveryChannel.Edit edit, CancellationToken stop) => SaveAsync(userId, edit, stop);
}
