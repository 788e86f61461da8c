using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SalesInsight.Tests.Crash;

/// <summary>One side over HTTP. A call whose reply does not come is repeated until one does: every call a script makes
/// here may be.</summary>
internal sealed class Rest(Func<Uri> address, string token) : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(4) };

    /// <summary>Calls whose reply did not come.</summary>
    public int Lost { get; private set; }

    public async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(
        string method, string path, object? body, CancellationToken stop, params (string Name, string Value)[] headers)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address(), path));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                foreach (var (name, value) in headers) request.Headers.Add(name, value);
                if (body is not null)
                    request.Content = new StringContent(
                        JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
                using var answer = await _client.SendAsync(request, stop);
                var text = await answer.Content.ReadAsStringAsync(stop);
                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
            }
            catch (Exception lost) when (lost is HttpRequestException
                || lost is OperationCanceledException && !stop.IsCancellationRequested)
            {
                // killed, starting, or paused: asked again below
            }

            Lost++;
            await Task.Delay(Between, TimeProvider.System, stop);
        }
    }

    public void Dispose() => _client.Dispose();
}
