using System.Net;

namespace SalesInsight.Tests.Fuzz;

/// <summary>A Salesforce that answers every call with what it was given.</summary>
internal sealed class CannedAnswers : HttpMessageHandler, IHttpClientFactory
{
    public string Body { get; set; } = "";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var answer = new HttpResponseMessage(Status) { RequestMessage = request, Content = new StringContent(Body) };
        answer.Headers.TryAddWithoutValidation("Sforce-Limit-Info", Body);
        return Task.FromResult(answer);
    }
}
