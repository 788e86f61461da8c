namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>Leaves the text as it is.</summary>
internal sealed class OutgoingBody : IOutgoingBody
{
    public Task<string> WriteAsync(OutgoingMail mail, string html, CancellationToken stop) => Task.FromResult(html);
}
