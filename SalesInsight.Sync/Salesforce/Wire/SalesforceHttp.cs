using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using SalesInsight.Sync.Salesforce.Faults;

namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// One HTTP exchange at a time, turned into a <see cref="Reply"/>. Only <see cref="ReadAsync"/> repeats anything: a
/// request that writes is sent once, because a second one could write twice (facts pitfall 17). Safe for parallel use.
/// </summary>
internal sealed class SalesforceHttp
{
    /// <summary>Name of the client in <see cref="IHttpClientFactory"/>; its primary handler may be replaced.</summary>
    public const string ClientName = "Salesforce";

    private readonly IHttpClientFactory clients;
    private readonly SalesforceOptions options;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<Reply> reads;

    public SalesforceHttp(IHttpClientFactory clients, IOptions<SalesforceOptions> options, TimeProvider time)
    {
        this.clients = clients;
        this.options = options.Value;
        this.time = time;
        reads = ReadPipeline(this.options, time);
    }

    /// <summary>Sends once.</summary>
    /// <param name="request">Consumed.</param>
    /// <param name="timeout">For the whole exchange, body included.</param>
    /// <param name="stop">The caller's own wish to stop; thrown, since what became of the request is not known.</param>
    public async Task<Reply> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BodyText.ReadAsync(response.Content, either.Token);
            return Answer(response, body);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return new Reply.Lost(TransportFailure.Timeout);
        }
        catch (HttpRequestException e) when (WasNotSent(e.HttpRequestError))
        {
            return new Reply.NotSent();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new Reply.Lost(TransportFailure.Cut);
        }
        catch (InvalidDataException)
        {
            return new Reply.Lost(TransportFailure.Garbage);
        }
    }

    /// <summary>Sends a request that changes nothing, again after an outage, at most a few times.</summary>
    /// <param name="make">Makes the request anew for each attempt.</param>
    /// <param name="stop">Stops waiting.</param>
    public async Task<Reply> ReadAsync(Func<HttpRequestMessage> make, CancellationToken stop) =>
        await reads.ExecuteAsync(
            async token =>
            {
                using var request = make();
                return await SendAsync(request, options.CallTimeout, token);
            },
            stop);

    private static ResiliencePipeline<Reply> ReadPipeline(SalesforceOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<Reply> { TimeProvider = time };
        if (options.ReadRetriesMax == 0) return builder.Build();
        return builder.AddRetry(new RetryStrategyOptions<Reply>
        {
            MaxRetryAttempts = options.ReadRetriesMax,
            Delay = options.ReadRetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<Reply>().HandleResult(IsOutage),
        }).Build();
    }

    /// <summary>
    /// What a moment may cure. A time-out is not repeated: it has already cost the caller its patience.
    /// </summary>
    private static bool IsOutage(Reply reply) => reply switch
    {
        Reply.NotSent or Reply.Lost { Failure: TransportFailure.Cut } => true,
        Reply.Answered answer => answer.Status is 406 or 420 or 429 or 500 or 502 or 503 or 504,
        _ => false,
    };

    private static bool WasNotSent(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private static Reply.Answered Answer(HttpResponseMessage response, string body)
    {
        var usage = response.Headers.TryGetValues(UsageHeader.Name, out var values)
            ? UsageHeader.Parse(string.Join(';', values))
            : null;
        return new Reply.Answered(
            (int)response.StatusCode, body, response.Headers.Date, usage, response.Headers.RetryAfter?.Delta);
    }
}
