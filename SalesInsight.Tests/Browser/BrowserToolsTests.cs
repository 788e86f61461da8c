using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>The tools of the browser tests: each notices what it is there to notice.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class BrowserToolsTests(Chromium chromium)
{
    [Theory]
    [InlineData("<script>console.error('lamp')</script>", "console: lamp")]
    [InlineData("<script>throw new Error('lamp')</script>", "script: *lamp*")]
    [InlineData("<script>console.log('lamp')</script>", null)]
    public async Task ConsoleWatch_PageWithScript_HearsErrorsOnly(string markup, string? complaint)
    {
        await using var context = await chromium.SitDownAsync(Screen.Desktop);
        var watch = new ConsoleWatch(context);
        var page = await context.NewPageAsync();

        await page.SetContentAsync(markup);
        await page.EvaluateAsync("() => 0");

        if (complaint is null)
            watch.Complaints.Should().BeEmpty();
        else
            watch.Complaints.Should().ContainSingle().Which.Should().Match(complaint);
    }

    [Theory]
    [InlineData("<button></button>", "button-name")]
    [InlineData("<p style='color:#999;background:#fff'>hard to read</p>", "color-contrast")]
    [InlineData("<button>Save</button>", null)]
    public async Task Axe_PageWithElement_NamesWhatIsWrong(string markup, string? rule)
    {
        await using var context = await chromium.SitDownAsync(Screen.Desktop);
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<html lang='en'><title>Lamp</title><main><h1>Lamp</h1>{markup}</main></html>");

        var breaches = await Accessibility.BreachesAsync(page);

        breaches.Select(b => b.Split(':')[0]).Should().BeEquivalentTo(rule is null ? [] : new[] { rule });
    }

    [Fact]
    public async Task Album_PageShown_KeepsANumberedPicture()
    {
        await using var context = await chromium.SitDownAsync(Screen.Phone);
        var page = await context.NewPageAsync();
        var album = new Album("tools");

        await album.TakeAsync(page, "empty");

        File.Exists(Path.Combine(album.Folder, "01-empty.png")).Should().BeTrue();
    }
}
