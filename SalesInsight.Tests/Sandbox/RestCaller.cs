using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using Xunit;

namespace SalesInsight.Tests.Sandbox;

/// <summary>A sandbox on a free port and one HTTP client signed in as one of its users.</summary>
internal sealed class RestCaller : IAsyncDisposable
{
    internal const string Admin = "admin@sandbox.test";
    internal const string Mara = "rep1@sandbox.test";
    internal const string Jonas = "rep2@sandbox.test";
    private readonly HttpClient http;

    private RestCaller(SandboxServer server, string username)
    {
        Server = server;
        Context = server.Org.As(username);
        Session = server.Org.Sessions.Issue(Context.UserId, "tests");
        http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Session.AccessToken);
    }

    internal SandboxServer Server { get; }
    internal SandboxOrg Org => Server.Org;

    /// <summary>Acts on the org directly as the signed-in user.</summary>
    internal CallContext Context { get; }

    internal SandboxSession Session { get; }

    internal static async Task<RestCaller> StartAsync(SandboxOptions? options = null, string username = Mara) =>
        new(await SandboxServer.StartAsync(options ?? new SandboxOptions { Seed = "empty" }), username);

    internal async Task<RestReply> SendAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var target = path.StartsWith('/') ? path : $"/services/data/v60.0/{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        return new RestReply(response.StatusCode, text, all);
    }

    internal Task<RestReply> QueryAsync(string soql, string resource = "query") =>
        SendAsync("GET", $"{resource}?q={Uri.EscapeDataString(soql)}");

    internal string CreateTask(params (string Field, object? Value)[] fields)
    {
        var result = Org.Records.Create(Context, "Task", fields.ToDictionary(f => f.Field, f => f.Value));
        return result.Id ?? throw new InvalidOperationException(result.Errors[0].Message);
    }

    /// <summary>An edit by the signed-in user in Salesforce itself.</summary>
    internal void Change(string id, params (string Field, object? Value)[] fields)
    {
        var result = Org.Records.Update(Context, "Task", id, fields.ToDictionary(f => f.Field, f => f.Value));
        if (!result.Success) throw new InvalidOperationException(result.Errors[0].Message);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
