using SalesInsight.Sandbox;
using SalesInsight.Sandbox.Org;
using SalesInsight.Tests.Sandbox.OAuth;
using SalesInsight.Tests.Sandbox.Screen;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, with a clock that stands still.</summary>
public abstract class RunningSandbox : IAsyncLifetime
{
    protected const string Admin = "admin@sandbox.test";
    protected const string Rep = "rep1@sandbox.test";
    protected const string OtherRep = "rep2@sandbox.test";

    private readonly List<IDisposable> opened = [];

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    protected SandboxServer Server { get; private set; } = null!;

    protected SandboxOrg Org => Server.Org;

    public virtual async ValueTask InitializeAsync() =>
        Server = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = Time });

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened) one.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<SandboxBrowser> BrowseAsync(string? username = null)
    {
        var browser = new SandboxBrowser(Server);
        opened.Add(browser);
        if (username is not null) await browser.LogInAsync(username);
        return browser;
    }

    private protected OAuthTestApp App(string clientId = "salesinsight", string? secret = null)
    {
        var app = new OAuthTestApp(Server, clientId, secret);
        opened.Add(app);
        return app;
    }
}
