using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>One newcomer with the app in one tab and the Salesforce side in another, watched at every step.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private readonly AppUnderTest _app;
    private readonly IBrowserContext _context;
    private readonly ConsoleWatch _watch;
    private readonly Album _album;
    private readonly List<string> _breaches = [];

    private Walk(AppUnderTest app, IBrowserContext context, Screen screen, string name, IPage here, IPage there)
    {
        (_app, _context, _watch, _album) = (app, context, new ConsoleWatch(context), new Album($"{name}-{screen}"));
        Here = new Here(here, app.Url, screen);
        There = new There(there, app.SandboxUrl);
    }

    public AppUnderTest App => _app;

    public Here Here { get; }

    public There There { get; }

    public Uri Url => _app.Url;

    public Uri SandboxUrl => _app.SandboxUrl;

    /// <param name="chromium">The browser.</param>
    /// <param name="screen">What the person looks at.</param>
    /// <param name="name">Of the album its pictures are kept in.</param>
    public static async Task<Walk> StartAsync(Chromium chromium, Screen screen, string name = "walk")
    {
        var app = await AppUnderTest.StartAsync(TestContext.Current.CancellationToken);
        var context = await chromium.SitDownAsync(screen);
        return new Walk(app, context, screen, name, await context.NewPageAsync(), await context.NewPageAsync());
    }

    /// <summary>Keeps a picture and what axe says of the page.</summary>
    public async Task LookAsync(string step, IPage? page = null)
    {
        page ??= Here.Page;
        // The prerendered title goes for a moment when the page comes alive.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Patiently.UntilAsync(async () => await page.TitleAsync() is not "");
        await _album.TakeAsync(page, step);
        _breaches.AddRange((await Accessibility.BreachesAsync(page)).Select(breach => $"{step}: {breach}"));
    }

    /// <summary>Nowhere on the way did the console, axe or the log find fault.</summary>
    public void NobodyComplained()
    {
        string.Join('\n', _breaches.Concat(_watch.Complaints)).Should().BeEmpty();
        _app.Log.Should().NotContain("fail:").And.NotContain("crit:");
    }

    public async ValueTask DisposeAsync()
    {
        await _album.TakeAsync(Here.Page, "last-here");
        await _album.TakeAsync(There.Page, "last-there");
        await _context.DisposeAsync();
        await _app.DisposeAsync();
    }
}
