using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SalesInsight.Sandbox;

namespace SalesInsight.Tests.Sandbox.Screen;

/// <summary>A person at the sandbox without a real browser: cookies, pages and forms, redirects only when followed.
/// </summary>
internal sealed class SandboxBrowser : IDisposable
{
    private const int RedirectsMax = 5;

    private readonly HttpClient http;

    public SandboxBrowser(SandboxServer server)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        http = new HttpClient(handler) { BaseAddress = server.Url };
    }

    public HttpResponseMessage Last { get; private set; } = new();

    public string? Location => Last.Headers.Location?.OriginalString;

    public static async Task<SandboxBrowser> LoggedInAsync(SandboxServer server, string username)
    {
        var browser = new SandboxBrowser(server);
        await browser.LogInAsync(username);
        return browser;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        http.SendAsync(request, TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> GetAsync(string path)
    {
        Last = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return await ParseAsync();
    }

    /// <summary>Follows redirects of the sandbox itself, never to another host.</summary>
    public async Task<IHtmlDocument> VisitAsync(string path)
    {
        var page = await GetAsync(path);
        for (var hop = 0; hop < RedirectsMax && Location is { } next && next.StartsWith('/'); hop++)
            page = await GetAsync(next);
        return page;
    }

    public async Task<IHtmlDocument> PostAsync(string path, params (string Field, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        Last = await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
        return await ParseAsync();
    }

    /// <summary>Sends a form of a page as it stands, with some fields typed over.</summary>
    public Task<IHtmlDocument> SubmitAsync(IHtmlFormElement form, params (string Field, string Value)[] typed)
    {
        var fields = form.Elements
            .Select(Field)
            .Where(field => field.Name is not null && typed.All(one => one.Field != field.Name))
            .Select(field => (field.Name!, field.Value))
            .Concat(typed);
        return PostAsync(form.GetAttribute("action")!, [.. fields]);
    }

    public async Task LogInAsync(string username, string password = "sandbox1")
    {
        var login = await GetAsync("/login");
        var form = login.QuerySelectorAll<IHtmlFormElement>("form").Single(one => one.ClassList.Contains("stack"));
        await SubmitAsync(form, ("username", username), ("password", password));
    }

    public void Dispose()
    {
        Last.Dispose();
        http.Dispose();
    }

    /// <summary>Buttons are sent only when pressed: name the pressed one among the typed fields. Line breaks of a
    /// text area leave as CR LF, as from any browser.</summary>
    private static (string? Name, string Value) Field(IHtmlElement element) => element switch
    {
        IHtmlInputElement input => (input.Name, input.Value),
        IHtmlSelectElement select => (select.Name, select.Value ?? ""),
        IHtmlTextAreaElement area => (area.Name, area.Value.ReplaceLineEndings("\r\n")),
        _ => (null, ""),
    };

    private async Task<IHtmlDocument> ParseAsync() => await new HtmlParser().ParseDocumentAsync(
        await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        TestContext.Current.CancellationToken);
}
