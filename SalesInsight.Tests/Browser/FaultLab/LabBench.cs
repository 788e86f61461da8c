using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser.FaultLab;

/// <summary>An admin at the demo's page Fault lab. Finds things as people do, by what they say.</summary>
internal sealed class LabBench(IPage page, Uri url)
{
    public IPage Page => page;

    public async Task SignInAsync()
    {
        await page.GotoAsync(url.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Ines Duarte" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Command Center", Exact = true }))
            .ToBeVisibleAsync();
        await Here.IsAliveAsync(page);
    }

    /// <summary>By hand, as an admin who looks for it: Settings, Fault lab.</summary>
    public async Task OpenAsync()
    {
        await page.GotoAsync(new Uri(url, "settings").ToString());
        await Here.IsAliveAsync(page);
        await page.Locator("#main").GetByRole(AriaRole.Link, new() { Name = "Fault lab" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is wrong now.")).ToBeVisibleAsync();
        await Here.IsAliveAsync(page);
    }

    public async Task SwitchOnAsync(string fault)
    {
        await page.BringToFrontAsync();
        await Switch(fault).ClickAsync();
        await Assertions.Expect(Switch(fault)).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = fault })).ToBeVisibleAsync();
    }

    public Task<string> SaysAsync() => page.Locator("#main .banner").InnerTextAsync();

    public Task LetHappenAsync(string fault) =>
        page.GetByRole(AriaRole.Button, new() { Name = $"{fault}, once", Exact = true }).ClickAsync();

    public async Task TurnAsync(string fault, int amount)
    {
        await page.GetByRole(AriaRole.Slider, new() { Name = $"How much: {fault}" }).FillAsync($"{amount}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task SwitchAllOffAsync()
    {
        await page.BringToFrontAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch all off" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is wrong now.")).ToBeVisibleAsync();
    }

    private ILocator Switch(string fault) =>
        page.GetByRole(AriaRole.Switch, new() { Name = fault, Exact = true });
}
