using Microsoft.Playwright;

namespace SalesInsight.Tests.Web.CommandCenter;

/// <summary>Somebody at the Command Center whose page answers: prerendered rows are visible before they do.</summary>
internal sealed record DeskVisit(IPage Page)
{
    private const int TriesMax = 100;

    public static async Task<DeskVisit> OpenAsync(IBrowserContext context, Uri url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url.ToString());
        var sheet = page.Locator("#task-form");
        for (var tries = 0; tries < TriesMax && !await sheet.IsVisibleAsync(); tries++)
        {
            await page.EvaluateAsync("() => document.querySelector('.open')?.click()");
            await page.WaitForTimeoutAsync(50);
        }

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToHaveCountAsync(0);
        await page.Locator("h1").ClickAsync();
        return new DeskVisit(page);
    }

    /// <summary>The name on the row that has the focus; empty when none has it.</summary>
    public Task<string> FocusedRowAsync() => Page.EvaluateAsync<string>(
        "() => document.activeElement.closest('[data-task]')?.querySelector('.open').textContent.trim() ?? ''");
}
