using SalesInsight.Sandbox;

namespace SalesInsight.Tests.Sync.EmailLog;

/// <summary>The way to a sandbox in this process, without a network; may kill the caller on either side of a call.
/// </summary>
internal sealed class SandboxWire(SandboxInProcess org) : HttpMessageHandler, IHttpClientFactory
{
    /// <summary>Told before a request arrives; may throw.</summary>
    public Action<HttpRequestMessage>? Sending { get; set; }

    /// <summary>Told when its work is done, before its answer is read; may throw.</summary>
    public Action<HttpRequestMessage>? Answered { get; set; }

    public HttpClient CreateClient(string name) =>
        new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Sending?.Invoke(request);
        var answer = await org.SendAsync(request, cancel);
        Answered?.Invoke(request);
        return answer;
    }
}
