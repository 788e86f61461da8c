using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>The system's Chromium, started once for all browser tests; they run one after the other.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // No sandbox: containers run as root. The rest keeps the browser from calling home in the middle of a test.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
    }

    /// <summary>A new person at a new screen: no cookies, nothing remembered.</summary>
    public Task<IBrowserContext> SitDownAsync(Screen screen) => _browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = screen.Width, Height = screen.Height },
        ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
        HasTouch = screen.IsPhone,
        Locale = "en-GB",
        TimezoneId = "Europe/Amsterdam",
        ReducedMotion = ReducedMotion.Reduce,
    });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
