using System.Diagnostics;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Faults;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>
/// Calls of one connection's data API: carries the token, refreshes it once after a 401 and sends once more, counts,
/// and turns everything that is not an answer into a fault. Not thread-safe.
/// </summary>
internal sealed class DataChannel(
    SalesforceHttp http, TokenKeeper keeper, SalesforceOptions options, TimeProvider time, StoredConnection connection)
{
    private GrantTokens tokens = connection.Tokens
        ?? throw new SalesforceFaultException(ConnectionFaults.FaultOf(connection.Problem), Delivery.NotDelivered);

    private long tokenVersion = connection.TokenVersion;

    public Uri Instance => tokens.InstanceUrl;

    /// <summary>For example /services/data/v62.0</summary>
    public string Root => "/services/data/" + options.ApiVersion;

    public ApiUsage? Usage { get; private set; }

    public int CallsMade { get; private set; }

    /// <summary>A call that changes nothing; repeated after an outage.</summary>
    public Task<Reply.Answered> ReadAsync(DataCall call, CancellationToken stop) =>
        SendAsync(
            () => http.ReadAsync(() => Request(call), stop), DateTimeOffset.MaxValue, _ => Delivery.NotDelivered, stop);

    /// <summary>
    /// A call that writes; sent once, and once more only after a 401, which refuses before it acts. All of it takes one
    /// call's time: what would leave later might overwrite what another run has done since.
    /// </summary>
    public Task<Reply.Answered> WriteAsync(DataCall call, CancellationToken stop)
    {
        var until = time.GetUtcNow() + options.CallTimeout;
        return SendAsync(() => SendOnceAsync(call, until - time.GetUtcNow(), stop), until, DeliveryRule.Of, stop);
    }

    /// <summary>Salesforce's clock as an answer told it, else ours.</summary>
    public DateTimeOffset ServerTimeOf(Reply.Answered answer) => answer.ServerTime ?? time.GetUtcNow();

    private async Task<Reply> SendOnceAsync(DataCall call, TimeSpan timeout, CancellationToken stop)
    {
        using var request = Request(call);
        var ticks = Math.Clamp(timeout.Ticks, 0, options.CallTimeout.Ticks);       // whatever the clock did meanwhile
        return await http.SendAsync(request, TimeSpan.FromTicks(ticks), stop);
    }

    private HttpRequestMessage Request(DataCall call)
    {
        CallsMade++;
        return call.ToRequest(tokens.InstanceUrl, tokens.AccessToken);
    }

    private async Task<Reply.Answered> SendAsync(
        Func<Task<Reply>> send, DateTimeOffset until, Func<Reply, Delivery> delivery, CancellationToken stop)
    {
        var reply = await send();
        if (FaultOf(reply) is { Code: FaultCode.SessionExpired })
        {
            await RefreshAsync(stop);
            if (time.GetUtcNow() < until) reply = await send();
        }

        if (reply is Reply.Answered { Usage: var (used, max) }) Usage = new ApiUsage(used, max);
        if (FaultOf(reply) is { } fault) throw new SalesforceFaultException(fault, delivery(reply));
        return (Reply.Answered)reply;
    }

    private async Task RefreshAsync(CancellationToken stop)
    {
        switch (await keeper.RefreshAsync(connection.Id, tokenVersion, stop))
        {
            case RefreshOutcome.Fresh fresh:
                (tokens, tokenVersion) = (fresh.Tokens, fresh.Version);
                return;
            case RefreshOutcome.Dead dead:
                throw new SalesforceFaultException(dead.Fault, Delivery.NotDelivered);
            case RefreshOutcome.Later later:
                throw new SalesforceFaultException(later.Fault, Delivery.NotDelivered);
            default:
                throw new UnreachableException();
        }
    }

    private static SalesforceFault? FaultOf(Reply reply) => reply switch
    {
        Reply.Answered { IsSuccess: true, IsPage: false } => null,
        Reply.Answered answer => FaultClassifier.Classify(new FaultEvidence.Call(
            answer.Status, ErrorBody.Read(answer.Body), answer.IsPage, answer.RetryAfter)),
        Reply.NotSent => FaultClassifier.Classify(new FaultEvidence.Transport(TransportFailure.NoConnection)),
        Reply.Lost lost => FaultClassifier.Classify(new FaultEvidence.Transport(lost.Failure)),
        _ => throw new UnreachableException(),
    };
}
