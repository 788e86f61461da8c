using SalesInsight.Sync.Runs.Ports;

namespace SalesInsight.Tests.Simulation.Planted;

/// <summary>A gateway whose sessions pass through a function.</summary>
internal sealed class GatewayFilter(
    ISalesforceGateway inner, Func<ISalesforceSession, ISalesforceSession> filter) : ISalesforceGateway
{
    public TimeSpan RequestTimeout => inner.RequestTimeout;

    public async Task<ISalesforceSession> OpenAsync(Guid connectionId, CancellationToken stop) =>
        filter(await inner.OpenAsync(connectionId, stop));
}
