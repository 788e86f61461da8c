using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.People;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Opens sessions; costs no call. Safe for parallel use.</summary>
internal sealed class SalesforceGateway(
    IConnectionStore store,
    SalesforceHttp http,
    TokenKeeper keeper,
    OrgFactsCache cache,
    IOptions<SalesforceOptions> options,
    TimeProvider time) : ISalesforceGateway, IEmailGateway
{
    private readonly SalesforceOptions options = options.Value;
    private readonly HostAllowList hosts = options.Value.AllowList();

    public TimeSpan RequestTimeout => options.CallTimeout;

    public async Task<ISalesforceSession> OpenAsync(Guid connectionId, CancellationToken stop) =>
        (await ConnectAsync(connectionId, stop)).Session;

    public async Task<IEmailSession> OpenForEmailAsync(Guid connectionId, CancellationToken stop)
    {
        var (channel, session) = await ConnectAsync(connectionId, stop);
        return new EmailSession(channel, hosts, session);
    }

    private async Task<(DataChannel Channel, SalesforceSession Session)> ConnectAsync(
        Guid connectionId, CancellationToken stop)
    {
        var connection = await store.FindAsync(connectionId, stop);
        if (connection is not { Status: ConnectionStatus.Connected, Tokens: { } tokens })
            throw Closed(ConnectionFaults.FaultOf(connection?.Problem));
        if (!hosts.Allows(tokens.InstanceUrl)) throw Closed(ConnectionFaults.AddressNotAllowed);

        var channel = new DataChannel(http, keeper, options, time, connection);
        return (channel, new SalesforceSession(
            new StoredIdentity(connection.Id, connection.SalesforceUserId),
            channel,
            hosts,
            new OrgFactsReader(channel, options.MarkerAgreed, time),
            cache));
    }

    private static SalesforceFaultException Closed(SalesforceFault fault) => new(fault, Delivery.NotDelivered);
}
