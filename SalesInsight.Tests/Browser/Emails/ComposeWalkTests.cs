using Microsoft.Playwright;

namespace SalesInsight.Tests.Browser.Emails;

/// <summary>A mail from the first letter to Salesforce: written, sent, logged, and seen over there.</summary>
[Collection(BrowserCollection.Name)]
[Trait("Category", "Browser")]
public sealed class ComposeWalkTests(Chromium chromium)
{
    private const string RepThere = "rep1@sandbox.test", Subject = "The pilot offer";

    [Fact]
    public Task Email_WrittenAtTheDesk_EndsOnItsRecord() => WalkAsync(Screen.Desktop);

    [Fact]
    [Trait("Category", "Long")]
    public Task Email_WrittenOnAPhone_EndsOnItsRecord() => WalkAsync(Screen.PhoneDark);

    private async Task WalkAsync(Screen screen)
    {
        await using var walk = await Walk.StartAsync(chromium, screen, "compose");
        var (here, page) = (walk.Here, walk.Here.Page);
        var desk = new EmailDesk(page, walk.App);
        await here.SignInAsync("Mara Visser");
        await here.OpenSalesforceSettingsAsync();
        await here.LeaveForSalesforceAsync();
        await There.LogInAsync(page, RepThere);
        await There.AllowAsync(page);
        await here.IsConnectedAsync();
        await desk.TurnOnLoggingAsync("elsewhere.example");

        await page.GotoAsync(new Uri(walk.Url, "settings/email-delivery").ToString());
        await Here.IsAliveAsync(page);
        await walk.LookAsync("delivery");
        await desk.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New email" }).ClickAsync();
        await page.Locator("#to").PressSequentiallyAsync("dana");
        await page.GetByRole(AriaRole.Option, new() { Name = "Dana Whitfield" }).ClickAsync();
        await SeesAsync(page, $"Dana Whitfield <{EmailDesk.Dana}>");
        await page.Locator("#to").PressSequentiallyAsync("half an address");
        await page.Locator("#subject").FillAsync(Subject);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text" }).ClickAsync();
        await page.Keyboard.TypeAsync("Hello Dana, ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bold" }).ClickAsync();
        await page.Keyboard.TypeAsync("here it is");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "offer.pdf", MimeType = "application/pdf", Buffer = new byte[2_000],
        });
        await SeesAsync(page, "offer.pdf");
        await Send(page).ClickAsync();
        await SeesAsync(page, "“half an address” is not an email address.");
        await walk.LookAsync("refused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove half an address" }).ClickAsync();
        await Send(page).ClickAsync();

        await SeesAsync(page, "Your email is on its way");
        await desk.SeesAsync(Subject, "Logged");
        await walk.LookAsync("sent");
        await walk.There.SignInAsync(RepThere);
        await walk.There.SeesAsync(Subject, "all");
        await walk.There.Subject(Subject).ClickAsync();
        await SeesAsync(walk.There.Page, "Hello Dana, here it is");
        await SeesAsync(walk.There.Page, "offer.pdf");
        walk.NobodyComplained();
    }

    private static ILocator Send(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    private static Task SeesAsync(IPage page, string text) => Assertions.Expect(page.GetByText(text).First)
        .ToBeVisibleAsync(new() { Timeout = Patiently.BoundMilliseconds });
}
