using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Tests.Web.Emails.Tracking;

/// <summary>Tracking that counts nothing.</summary>
internal sealed class FakeEmailTracking : IEmailTracking
{
    public bool IsAvailable { get; set; } = true;

    public Uri? TargetOf(string mark) => null;

    public Task CountAsync(string mark, Guid? viewerId, CancellationToken stop) => Task.CompletedTask;
}
