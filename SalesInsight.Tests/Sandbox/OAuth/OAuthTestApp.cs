using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using SalesInsight.Sandbox;
using SalesInsight.Sandbox.OAuth;
using SalesInsight.Tests.Sandbox.Screen;

namespace SalesInsight.Tests.Sandbox.OAuth;

/// <summary>An app that asks a person's permission and talks to the token endpoint.</summary>
internal sealed class OAuthTestApp(SandboxServer server, string clientId = "salesinsight", string? secret = null)
    : IDisposable
{
    public const string Callback = "http://localhost:5080/salesforce/callback";

    public static readonly string Verifier = new('v', 64);

    private readonly HttpClient http = new() { BaseAddress = server.Url };
    private readonly string secret = secret ?? (clientId == "salesinsight" ? "salesinsight-secret" : "sandbox-secret");

    public HttpResponseMessage Last { get; private set; } = new();

    public static string AuthorizePath(string scope = "api refresh_token", string clientId = "salesinsight") =>
        QueryHelpers.AddQueryString("/services/oauth2/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = clientId,
            ["redirect_uri"] = Callback,
            ["scope"] = scope,
            ["state"] = "s1",
            ["nonce"] = "n1",
            ["code_challenge"] = Pkce.ChallengeFor(Verifier),
        });

    /// <summary>The person says yes: the code the app is called back with.</summary>
    public async Task<string> AskAsync(SandboxBrowser browser, string scope = "api refresh_token")
    {
        var consent = await browser.VisitAsync(AuthorizePath(scope, clientId));
        await browser.SubmitAsync(consent.QuerySelector<IHtmlFormElement>("form.pair")!, ("decision", "allow"));
        return QueryHelpers.ParseQuery(new Uri(browser.Location!).Query)["code"]!;
    }

    public async Task<JsonObject> GrantAsync(SandboxBrowser browser, string scope = "api refresh_token") =>
        await RedeemAsync(await AskAsync(browser, scope));

    public Task<JsonObject> RedeemAsync(string code, params (string Field, string? Value)[] changes) => TokenAsync(
        [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback),
            ("code_verifier", Verifier), .. changes,
        ]);

    public Task<JsonObject> RefreshAsync(string refreshToken, params (string Field, string? Value)[] changes) =>
        TokenAsync([("grant_type", "refresh_token"), ("refresh_token", refreshToken), .. changes]);

    /// <summary>Posts as this app; a later field replaces an earlier one, null removes it.</summary>
    public async Task<JsonObject> TokenAsync(params (string Field, string? Value)[] fields) =>
        JsonNode.Parse(await PostAsync("/services/oauth2/token", fields))!.AsObject();

    public async Task<string> PostAsync(string path, params (string Field, string? Value)[] fields)
    {
        var form = new Dictionary<string, string?> { ["client_id"] = clientId, ["client_secret"] = secret };
        foreach (var (field, value) in fields) form[field] = value;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Where(pair => pair.Value is not null)),
        });
    }

    /// <summary>A GET with an access token; the status tells whether it lives.</summary>
    public async Task<string> GetAsync(string path, string? accessToken, string scheme = "Bearer")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accessToken is not null) request.Headers.Authorization = new AuthenticationHeaderValue(scheme, accessToken);
        return await SendAsync(request);
    }

    public async Task<bool> LivesAsync(JsonNode? accessToken)
    {
        await GetAsync($"/id/{server.Org.Id}/{server.Org.Users.All[0].Id}", (string?)accessToken);
        var body = await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Last.StatusCode == HttpStatusCode.OK || body == "No_Access";
    }

    public void Dispose()
    {
        Last.Dispose();
        http.Dispose();
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        Last = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
