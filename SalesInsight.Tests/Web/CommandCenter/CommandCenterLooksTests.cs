using FluentAssertions;
using Microsoft.Playwright;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Tests.Browser;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>
/// The task pages in real Chromium: pictures to look at, no breach of accessibility, nothing that scrolls sideways, and
/// what only a browser can answer about keys and focus.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class CommandCenterLooksTests(Chromium chromium) : IAsyncLifetime
{
    private DeskHost _desk = null!;

    public static TheoryData<string> Screens => [.. Screen.All.Select(s => s.Name)];

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await DeskHost.StartAsync(Stop);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Pages_OnEveryScreen_AreAccessibleAndFit(string screen)
    {
        DeskSamples.Fill(_desk);
        await using var context = await chromium.SitDownAsync(Screen.All.Single(s => s.Name == screen));
        var page = await OpenAsync(context, "");
        var album = new Album($"command-center-{screen}");

        await page.Locator("[role=checkbox]").Nth(2).ClickAsync();
        await CheckAsync(page, album, "command-center");
        await page.Locator(".note button", new() { HasText = "See why" }).ClickAsync();
        await CheckAsync(page, album, "why");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".open").First.ClickAsync();
        await CheckAsync(page, album, "task");
        await page.GotoAsync(new Uri(_desk.Url, "tasks").ToString());
        await Assertions.Expect(page.Locator(".task-row").First).ToBeVisibleAsync();
        await CheckAsync(page, album, "all-tasks");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task HostileNames_OnEveryScreen_AreTextAndFit(string screen)
    {
        DeskSamples.FillHostile(_desk);
        await using var context = await chromium.SitDownAsync(Screen.All.Single(s => s.Name == screen));
        var page = await OpenAsync(context, "");
        var alerts = 0;
        page.Dialog += (_, _) => alerts++;
        var album = new Album($"command-center-hostile-{screen}");

        await CheckAsync(page, album, "hostile");
        await page.Locator(".open").First.ClickAsync();
        await CheckAsync(page, album, "hostile-task");

        alerts.Should().Be(0);
    }

    [Fact]
    public async Task Banners_Empty_AndANarrowScreen_Fit()
    {
        _desk.Control.Status = FakeSyncControl.Quiet with { NeedsReconnect = true, WaitingChanges = 5, HeldCount = 12 };
        await using var context = await chromium.SitDownAsync(new Screen(320, 640, IsDark: false));
        var page = await context.NewPageAsync();
        await page.GotoAsync(_desk.Url.ToString());
        await Assertions.Expect(page.Locator(".banner").First).ToBeVisibleAsync();

        await CheckAsync(page, new Album("command-center-narrow"), "banners-empty");
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_desk.Url, path).ToString());
        await Assertions.Expect(page.Locator(".task-row").First).ToBeVisibleAsync();
        // prerendered rows do not answer yet
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').length > 0 && window.Blazor");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static async Task CheckAsync(IPage page, Album album, string step)
    {
        await album.TakeAsync(page, step);
        (await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .Should().BeLessThanOrEqualTo(0, "{0} must not scroll sideways", step);
        (await Accessibility.BreachesAsync(page)).Should().BeEmpty("{0} is for everybody", step);
    }
}
