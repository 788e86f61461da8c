using SalesInsight.Sandbox;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>The way to a sandbox in this process, without a network; may kill the caller on either side of a call.
/// </summary>
internal sealed class SandboxWire(SandboxInProcess org) : HttpMessageHandler, IHttpClientFactory
{
    private readonly List<HttpRequestMessage> _strayed = [];

    /// <summary>Told before a request arrives; may throw.</summary>
    public Action<HttpRequestMessage>? Sending { get; set; }

    /// <summary>Told when its work is done, before its answer is read; may throw.</summary>
    public Action<HttpRequestMessage>? Answered { get; set; }

    /// <summary>Asked before a request arrives: true keeps it on its way, and the caller's connection breaks.</summary>
    public Func<HttpRequestMessage, bool>? Strays { get; set; }

    /// <summary>What strayed arrives now.</summary>
    public async Task ArriveAsync(CancellationToken stop)
    {
        foreach (var request in _strayed) (await org.SendAsync(request, stop)).Dispose();
        _strayed.Clear();
    }

    public HttpClient CreateClient(string name) =>
        new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Sending?.Invoke(request);
        if (Strays?.Invoke(request) == true)
        {
            _strayed.Add(await CopyAsync(request, cancel));
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke");
        }

        var answer = await org.SendAsync(request, cancel);
        Answered?.Invoke(request);
        return answer;
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        copy.Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancel));
        copy.Content.Headers.ContentType = request.Content.Headers.ContentType;
        return copy;
    }
}
