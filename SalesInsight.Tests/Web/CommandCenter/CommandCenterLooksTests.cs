using FluentAssertions;
using Microsoft.Playwright;
using SalesInsight.Tests.Browser;
using SalesInsight.Tests.Support;
using Xunit;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>
/// The task pages in real Chromium: pictures to look at, no breach of accessibility, nothing that scrolls sideways.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class CommandCenterLooksTests(Chromium chromium) : IAsyncLifetime
{
    private readonly List<string> _breaches = [];
    private DeskHost _desk = null!;

    public static TheoryData<string> Screens => [.. Screen.All.Select(s => s.Name)];

    public async ValueTask InitializeAsync() =>
        _desk = await DeskHost.StartAsync(Xunit.TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Pages_OnEveryScreen_AreAccessibleAndFit(string screen)
    {
        DeskSamples.Fill(_desk);
        await using var context = await chromium.SitDownAsync(Screen.All.Single(s => s.Name == screen));
        var desk = await DeskVisit.OpenAsync(context, _desk.Url);
        var (page, album) = (desk.Page, new Album($"command-center-{screen}"));

        await page.Locator("[role=checkbox]").Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await CheckAsync(page, album, "command-center");
        await page.Locator(".note button", new() { HasText = "See why" }).ClickAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToBeVisibleAsync();
        await CheckAsync(page, album, "why");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".open").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("#task-form")).ToBeVisibleAsync();
        await CheckAsync(page, album, "task");
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync(new Uri(_desk.Url, "tasks").ToString());
        await Assertions.Expect(page.Locator(".task-row").First).ToBeVisibleAsync();
        await CheckAsync(page, album, "all-tasks");

        _breaches.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task HostileNames_OnEveryScreen_AreTextAndFit(string screen)
    {
        DeskSamples.FillHostile(_desk);
        await using var context = await chromium.SitDownAsync(Screen.All.Single(s => s.Name == screen));
        var desk = await DeskVisit.OpenAsync(context, _desk.Url);
        desk.Page.Dialog += (_, _) => _breaches.Add("a name ran as script");
        var album = new Album($"command-center-hostile-{screen}");

        await CheckAsync(desk.Page, album, "hostile");
        await desk.Page.Locator(".open").First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#task-form")).ToBeVisibleAsync();
        await CheckAsync(desk.Page, album, "hostile-task");

        _breaches.Should().BeEmpty();
    }

    [Fact]
    public async Task Banners_OnANarrowScreen_Fit()
    {
        _desk.Control.Status = FakeSyncControl.Quiet with { NeedsReconnect = true, WaitingChanges = 5, HeldCount = 12 };
        await using var context = await chromium.SitDownAsync(new Screen(320, 640, IsDark: false));
        var page = await context.NewPageAsync();
        await page.GotoAsync(_desk.Url.ToString());
        await Assertions.Expect(page.Locator(".banner").First).ToBeVisibleAsync();

        await CheckAsync(page, new Album("command-center-narrow"), "banners-empty");

        _breaches.Should().BeEmpty();
    }

    private async Task CheckAsync(IPage page, Album album, string step)
    {
        await album.TakeAsync(page, step);
        var tooWide = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (tooWide > 0) _breaches.Add($"{step} scrolls sideways by {tooWide} px");
        _breaches.AddRange((await Accessibility.BreachesAsync(page)).Select(breach => $"{step}: {breach}"));
    }
}
