using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser;

/// <summary>A rep in SalesInsight. Finds things as people do, by what they say.</summary>
internal sealed class Here(IPage page, Uri url, Screen screen)
{
    private const string TaskSyncCard = "Sync SalesInsight Tasks/Reminders to Salesforce Tasks";

    /// <summary>The demo reps' zone; today is a date in it.</summary>
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Zone).DateTime);

    public IPage Page => page;

    public ILocator Row(string subject) => page.Locator("li.task-row")
        .Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = subject, Exact = true }) });

    public async Task SignInAsync(string name)
    {
        await page.GotoAsync(url.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Heading("Command Center")).ToBeVisibleAsync();
        await IsAliveAsync(page);
    }

    /// <summary>What is pressed on a prerendered page is lost when it comes alive.</summary>
    public static Task IsAliveAsync(IPage page) => Assertions.Expect(page.Locator("main[data-alive]"))
        .ToBeVisibleAsync(new() { Timeout = Patiently.BoundMilliseconds });

    /// <summary>Gear icon, Settings, My Account, Salesforce; on a phone the bottom bar and the list.</summary>
    public async Task OpenSalesforceSettingsAsync()
    {
        if (screen.IsPhone)
            await page.Locator("nav.bottom").GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Settings and help" }).ClickAsync();
            await page.Locator("#gear-menu").GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        }
        await page.Locator("#main").GetByRole(AriaRole.Link, new() { Name = "Salesforce" }).First.ClickAsync();
        await Assertions.Expect(Heading("Salesforce")).ToBeVisibleAsync();
    }

    public Task LeaveForSalesforceAsync() => Button("Connect").ClickAsync();

    public async Task IsConnectedAsync()
    {
        await Assertions.Expect(page.GetByText("Connected as").First).ToBeVisibleAsync();
        await IsAliveAsync(page);
    }

    public async Task ChooseToSyncBothWaysAsync()
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Sync Settings" }).ClickAsync();
        var card = Button(TaskSyncCard);
        if (await card.GetAttributeAsync("aria-expanded") == "false")
            await card.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Sync both ways" }).CheckAsync();
        await Assertions.Expect(page.GetByText("Changed, not saved")).ToBeVisibleAsync();
    }

    public async Task PreviewAsync(Func<Task> look)
    {
        await Button("Preview first sync").ClickAsync();
        await Assertions.Expect(Heading("First sync: the plan")).ToBeVisibleAsync();
        await look();
        await Button("Cancel").ClickAsync();
        await Assertions.Expect(Heading("First sync: the plan")).ToBeHiddenAsync();
    }

    public async Task SaveAsync()
    {
        await Button("Save").ClickAsync();
        await Assertions.Expect(page.GetByText("Sync settings saved")).ToBeVisibleAsync();
    }

    public async Task OpenCommandCenterAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Command Center", Exact = true })
            .Locator("visible=true").First.ClickAsync();
        await Assertions.Expect(Heading("Command Center")).ToBeVisibleAsync();
    }

    public async Task AddForTodayAsync(string subject)
    {
        var field = page.GetByLabel("Add a task for today").Locator("visible=true").Last;
        await field.FillAsync(subject);
        await field.PressAsync("Enter");
        await SeesAsync(subject);
    }

    public Task SeesAsync(string subject) =>
        Assertions.Expect(Row(subject)).ToHaveCountAsync(1, new() { Timeout = Patiently.BoundMilliseconds });

    public Task SeesNoMoreAsync(string subject) =>
        Assertions.Expect(Row(subject)).ToHaveCountAsync(0, new() { Timeout = Patiently.BoundMilliseconds });

    /// <summary>Does not wait for the minute between two looks at Salesforce.</summary>
    public async Task SyncNowAsync()
    {
        await page.BringToFrontAsync();
        await Button("Sync now").ClickAsync();
    }

    /// <summary>The glyph at the end of the row says so.</summary>
    public Task IsInStepAsync(string subject) =>
        Assertions.Expect(Row(subject).GetByRole(AriaRole.Button, new() { Name = "In step" }))
            .ToBeVisibleAsync(new() { Timeout = Patiently.BoundMilliseconds });

    public async Task CompleteAsync(string subject)
    {
        await Row(subject).GetByRole(AriaRole.Checkbox).ClickAsync();
        await IsCompletedAsync(subject);
    }

    public Task IsCompletedAsync(string subject) =>
        Assertions.Expect(Row(subject).GetByRole(AriaRole.Checkbox))
            .ToBeCheckedAsync(new() { Timeout = Patiently.BoundMilliseconds });

    public async Task DeleteAsync(string subject)
    {
        if (screen.IsPhone)
        {
            await Row(subject).GetByRole(AriaRole.Button, new() { Name = subject, Exact = true }).ClickAsync();
            await Button("Delete").ClickAsync();
        }
        else
        {
            await Row(subject).HoverAsync();
            await Row(subject).GetByTitle("More").ClickAsync();
            await page.Locator("#task-menu").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        }
        await SeesNoMoreAsync(subject);
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });
}
