using System.Net.Http.Headers;
using System.Text;

namespace SalesInsight.Sync.Salesforce;

/// <summary>One request of the data API, described so that it can be sent again with another token.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">From /services/data on, query included.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record DataCall(HttpMethod Method, string Path, string? Body = null)
{
    /// <summary>Names us in the org's own logs and change events, at no cost (facts 6.1).</summary>
    private const string CallOptions = "client=SalesInsight";

    public static DataCall Get(string path) => new(HttpMethod.Get, path);

    public static DataCall Post(string path, string body) => new(HttpMethod.Post, path, body);

    public HttpRequestMessage ToRequest(Uri instance, string accessToken)
    {
        var request = new HttpRequestMessage(Method, new Uri(instance, Path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("Sforce-Call-Options", CallOptions);
        if (Body is not null) request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        return request;
    }
}
