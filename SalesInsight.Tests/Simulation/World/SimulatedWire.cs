using System.Net;
using SalesInsight.Sandbox;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Simulation.World;

/// <summary>
/// The way from an engine to the orgs, without a network: an exchange is one call on the engine's own thread. What
/// waits, waits on the simulated clock, which is moved on until the exchange ends.
/// </summary>
internal sealed class SimulatedWire(FakeTimeProvider clock, Trace trace) : HttpMessageHandler, IHttpClientFactory
{
    /// <summary>More timers than any wait of ours sets.</summary>
    private const int TimersMax = 1_000;

    private readonly Dictionary<int, SandboxInProcess> _orgs = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Where an exchange is.</summary>
    public enum Moment
    {
        BeforeRequest,
        Lost,
        Answered,
    }

    /// <summary>Told at each moment of an exchange; may throw to kill the caller.</summary>
    public Action<Moment, HttpRequestMessage>? Reached { get; set; }

    /// <summary>Asked before a request: true lets the caller time out while the request arrives later.</summary>
    public Func<HttpRequestMessage, bool>? Straggles { get; set; }

    /// <summary>A request that the caller gave up, to be delivered later.</summary>
    public Action? Late { get; private set; }

    public static Uri AddressOf(int port) => new($"http://127.0.0.1:{port}");

    public void Attach(int port, SandboxInProcess org) => _orgs[port] = org;

    public HttpClient CreateClient(string name) =>
        new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The request that was given up arrives now, if there is one.</summary>
    public void DeliverLate()
    {
        var late = Late;
        Late = null;
        late?.Invoke();
    }

    /// <summary>A run that waits for its turn waits on our clock too.</summary>
    public T Await<T>(Task<T> task)
    {
        MoveClockUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new HiddenAsynchronyException("A request came from another thread.");
        try
        {
            return Task.FromResult(Exchange(request, cancel));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return Task.FromException<HttpResponseMessage>(exception);
        }
    }

    private HttpResponseMessage Exchange(HttpRequestMessage request, CancellationToken cancel)
    {
        var org = _orgs[request.RequestUri!.Port];
        request.Headers.AcceptEncoding.Clear();                  // a trace is to be read
        trace.Add($"  > {request.Method} {request.RequestUri.PathAndQuery} {BodyOf(request, request.Content)}");
        Reached?.Invoke(Moment.BeforeRequest, request);
        cancel.ThrowIfCancellationRequested();                   // slept past its time: a client does not send then
        if (Straggles?.Invoke(request) == true) GiveUp(org, request, cancel);
        try
        {
            var answer = Await(org.SendAsync(request, cancel), cancel);
            trace.Add($"  < {(int)answer.StatusCode} {BodyOf(request, answer.Content)}");
            Reached?.Invoke(Moment.Answered, request);
            cancel.ThrowIfCancellationRequested();               // slept past its time: nobody reads the answer
            return answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            trace.Add("  < lost");
            Reached?.Invoke(Moment.Lost, request);
            throw;
        }
    }

    /// <summary>Keeps a copy for later, and waits until the caller's patience ends.</summary>
    private void GiveUp(SandboxInProcess org, HttpRequestMessage request, CancellationToken cancel)
    {
        var copy = Copy(request);
        Late = () =>
        {
            trace.Add("  late request arrives");
            var arrival = org.SendAsync(copy, default);
            MoveClockUntil(() => arrival.IsCompleted);
            if (arrival.IsCompletedSuccessfully) arrival.Result.Dispose();
            Reached?.Invoke(Moment.Lost, copy);
        };
        MoveClockUntil(() => cancel.IsCancellationRequested);
        throw new OperationCanceledException(cancel);
    }

    private HttpResponseMessage Await(Task<HttpResponseMessage> exchange, CancellationToken cancel)
    {
        MoveClockUntil(() => exchange.IsCompleted || cancel.IsCancellationRequested);
        cancel.ThrowIfCancellationRequested();
        return exchange.GetAwaiter().GetResult();
    }

    private void MoveClockUntil(Func<bool> isOver)
    {
        for (var timer = 0; !isOver(); timer++)
        {
            if (timer >= TimersMax || !clock.AdvanceToNextTimer())
                throw new HiddenAsynchronyException("An exchange waits for something that is no timer of ours.");
        }
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        if (request.Content is null) return copy;
        copy.Content = new ByteArrayContent(Now.Of(request.Content.ReadAsByteArrayAsync()));
        foreach (var (name, values) in request.Content.Headers)
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    /// <summary>Secrets are not of the seed, so they are not of the trace either.</summary>
    private static string BodyOf(HttpRequestMessage request, HttpContent? content) =>
        content is null || request.RequestUri!.AbsolutePath.StartsWith("/services/oauth2", StringComparison.Ordinal)
            ? ""
            : Now.Of(content.ReadAsStringAsync());
}
