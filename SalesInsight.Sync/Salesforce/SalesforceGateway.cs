using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Opens sessions; costs no call. Safe for parallel use.</summary>
internal sealed class SalesforceGateway(
    IConnectionStore store,
    SalesforceHttp http,
    TokenKeeper keeper,
    OrgFactsCache cache,
    IOptions<SalesforceOptions> options,
    TimeProvider time) : ISalesforceGateway
{
    private readonly SalesforceOptions options = options.Value;
    private readonly HostAllowList hosts = options.Value.AllowList();

    public TimeSpan RequestTimeout => options.CallTimeout;

    public async Task<ISalesforceSession> OpenAsync(Guid connectionId, CancellationToken stop)
    {
        var connection = await store.FindAsync(connectionId, stop);
        if (connection is not { Status: ConnectionStatus.Connected, Tokens: { } tokens })
            throw Closed(ConnectionFaults.FaultOf(connection?.Problem));
        if (!hosts.Allows(tokens.InstanceUrl)) throw Closed(ConnectionFaults.AddressNotAllowed);

        var channel = new DataChannel(http, keeper, options, time, connection);
        return new SalesforceSession(
            new StoredIdentity(connection.Id, connection.SalesforceUserId),
            channel,
            hosts,
            new OrgFactsReader(channel, options.MarkerAgreed, time),
            cache);
    }

    private static SalesforceFaultException Closed(SalesforceFault fault) => new(fault, Delivery.NotDelivered);
}
